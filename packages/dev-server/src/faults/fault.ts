import type { RawAnswer } from '../http/handle.ts';
import type { ServerContext } from '../http/call.ts';

/** What a fault can see of the request. */
export interface FaultScene {
  readonly context: ServerContext;
  /** The resource type in the address; empty for the system level. */
  readonly type: string;
}

/** What goes out instead. `cut` ends the connection after so many characters; null never answers. */
export type FaultyAnswer = (RawAnswer & { readonly cut?: number }) | null;

/** Something that goes wrong. It may answer without asking the server at all, or spoil the server's answer. */
export type Fault = (next: () => Promise<RawAnswer>, scene: FaultScene) => Promise<FaultyAnswer>;

/** A fault that is on, and for whom. */
export interface ActiveFault {
  /** A name of the table, with its argument after a colon: `status:503`, `delay:250`, `hang`. */
  readonly fault: string;
  /** Only requests for this resource type. Without it, all. */
  readonly type?: string;
  /** How many requests it hits before it is gone. Without it, all. */
  readonly times?: number;
}
