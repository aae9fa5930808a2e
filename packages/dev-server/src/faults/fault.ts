import type { ServerContext } from '../http/call.ts';
import type { Inbound } from '../http/handle.ts';
import type { Delivery, WireAnswer } from '../server/wire.ts';

/** What a fault can see of the request. */
export interface FaultScene {
  readonly context: ServerContext;
  readonly inbound: Inbound;
  /** Delivers the same request once more, after so many milliseconds. */
  again(ms: number): void;
}

/** A fault for tests. It answers instead of the server, or spoils the server's answer. */
export type Fault = (next: () => WireAnswer, scene: FaultScene) => Delivery;

/** A fault that is switched on, and the requests that it hits. */
export interface ActiveFault {
  /** A name from the table, with its argument after a colon: `status:503`, `delay:250`, `hang`. */
  readonly fault: string;
  /** Hits only requests for this resource type. Without it, all. */
  readonly type?: string;
  /** Hits only requests whose address or body names this, such as a Patient's id. Without it, all. */
  readonly about?: string;
  /** The number of requests that it hits. Without it, all. */
  readonly times?: number;
}
