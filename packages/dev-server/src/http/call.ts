import type { DevRepository } from '../repository/dev-repository.ts';
import type { FhirResource } from '../resource.ts';
import type { Traits } from '../personality/traits.ts';
import type { SmartEndpoints } from '../smart/discovery.ts';
import type { PageStore } from './page-store.ts';
import type { ServerMemory } from './server-memory.ts';

/** What every interaction works with. */
export interface ServerContext {
  readonly repository: DevRepository;
  readonly pages: PageStore;
  /** The address of the service, without a slash at the end: `http://127.0.0.1:8103/fhir`. */
  readonly base: string;
  /** How this server differs from R4 in this request. */
  readonly traits: Traits;
  readonly memory: ServerMemory;
  /** Where people sign in, or `null` if nobody does. */
  readonly signIn: SmartEndpoints | null;
  /** The server's time, in milliseconds since the epoch. */
  readonly now: () => number;
  /** A number from 0 to below 1. */
  readonly random: () => number;
  /** The same server with other traits, for a part of a request. */
  with(traits: Partial<Traits>): ServerContext;
  /** Runs another interaction. A Bundle is answered entry by entry through this. */
  dispatch(arrival: Arrival): Answer;
}

/** A request whose address has not been read yet. */
export interface Arrival {
  readonly method: string;
  /** Relative to the base, with its query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
}

/** A request, whether it came over HTTP or as an entry of a Bundle. */
export interface Call {
  readonly type: string;
  readonly id: string;
  readonly vid: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
}

/** The answer of an interaction. A failure is thrown as a `Refusal`. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly resource?: FhirResource;
}

export type Interaction = (context: ServerContext, call: Call) => Answer;
