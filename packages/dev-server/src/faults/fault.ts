import type { ServerContext } from '../http/call.ts';
import type { Inbound } from '../http/handle.ts';
import type { Delivery, WireAnswer } from '../server/wire.ts';

/** What a fault can see and do. */
export interface FaultScene {
  readonly context: ServerContext;
  readonly inbound: Inbound;
  /** The server's answer to this request, or to the same one at another address. */
  next(url?: string): WireAnswer;
  /** Delivers the same request once more, after so many milliseconds. */
  again(ms: number): void;
}

/** A fault for tests. It answers instead of the server, or spoils the server's answer. */
export interface Fault {
  /** What happens, in a line for the table of the README. */
  readonly means: string;
  /** @param argument what follows the colon of `delay:250`; empty without one */
  readonly answer: (scene: FaultScene, argument: string) => Delivery;
}

/** A fault that is switched on, and the requests that it hits. */
export interface ActiveFault {
  /** A name from the table, with its argument after a colon: `status:503`, `delay:250`, `hang`. */
  readonly fault: string;
  /** Hits only requests for this resource type. Without it, all. */
  readonly type?: string;
  /** Hits only requests with this method. Without it, all. */
  readonly method?: string;
  /** Hits only requests whose address or body names this, such as a Patient's id. Without it, all. */
  readonly about?: string;
  /** The number of requests that it hits. Without it, all. */
  readonly times?: number;
}

/** An answer that arrives at once. */
export function arrives(answer: WireAnswer): Delivery {
  return { answer, afterMs: 0 };
}

/** The resource type in an address; empty for the system level. */
export function typeIn(url: string): string {
  return /^[A-Za-z]*/.exec(url)?.[0] ?? '';
}
