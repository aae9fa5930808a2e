import type { OutboxChange, OutboxState, Store } from '@ehch/store';
import type { Instant } from '@ehch/clinical/time';
import { withinBase } from '../http/within-base.ts';
import type { Http, HttpRequest } from '../http/http.ts';
import type { ServerProfile } from '../probe/server-profile.ts';
import type { Timing } from '../timing.ts';
import { readAnswer, readFailure, type Answer } from './answer.ts';
import { afterAnswer, afterFailure, CLOSED, type Circuit } from './circuit.ts';
import type { PushGuards } from './guards.ts';
import { emptyHand, type Hand } from './hand.ts';
import type { ReadableEntry } from './lanes.ts';
import type { Sender } from './marks.ts';

/** The person who is signed in, with the home for which they work. */
export interface SenderAtHome extends Sender {
  readonly home: string | null;
}

/** What pushing needs from outside. */
export interface PushPorts {
  readonly store: Pick<Store, 'outbox' | 'lasts'>;
  readonly http: Http;
  /** The FHIR base address. */
  readonly base: string;
  readonly profile: ServerProfile;
  readonly timing: Timing;
  /** The number of this leader's epoch. Writes of an overtaken leader are refused by the store. */
  epoch(): number;
  whoIsSignedIn(): SenderAtHome | null;
}

/** What the verbs of pushing share. Nothing of it has to outlive the context. */
export interface PushContext extends PushPorts {
  readonly guards: PushGuards;
  readonly hands: Map<number, Hand>;
  /** Until when the server asked that an entry waits (`Retry-After`), by its `n` and the device's clock. */
  readonly asked: Map<number, number>;
  /** Intents that were accepted together with somebody else's change of the same record (SPEC P10). */
  readonly merged: string[];
  circuit: Circuit;
  /** Until when nothing is tried after a 401, and in whose session that was. */
  signedOut: { readonly sub: string; readonly until: number; readonly times: number } | null;
}

/** Milliseconds. A browser ends a service worker whose request takes longer than 30 s. */
const DEADLINE_MS = 25_000;

export function contextOf(ports: PushPorts, guards: PushGuards): PushContext {
  return {
    ...ports,
    guards,
    hands: new Map(),
    asked: new Map(),
    merged: [],
    circuit: CLOSED,
    signedOut: null,
  };
}

export function handOf({ hands }: PushContext, { n }: { readonly n: number }): Hand {
  const hand = hands.get(n) ?? emptyHand();
  hands.set(n, hand);
  return hand;
}

/** Sends one request. It never throws: what is not known is an answer too. */
export async function askServer(
  context: PushContext,
  method: HttpRequest['method'],
  path: string,
  {
    body = null,
    headers = {},
  }: { readonly body?: string | null; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Answer> {
  const { http, base, timing } = context;
  const request: HttpRequest = {
    method,
    url: withinBase(base, path),
    headers: {
      accept: 'application/fhir+json',
      ...(body === null ? {} : { 'content-type': 'application/fhir+json', prefer: 'return=representation' }),
      ...headers,
    },
    body,
    deadlineMs: DEADLINE_MS,
  };
  const answer = await http
    .request(request)
    .then((response) => readAnswer(response, timing.now()), readFailure);
  const at = { now: timing.now(), retryAfterMs: answer.kind === 'unknown' ? answer.retryAfterMs : null };
  // An unknown answer says that the server or the way to it is not well.
  if (answer.kind === 'unknown') context.circuit = afterFailure(context.circuit, at, () => timing.random());
  else context.circuit = afterAnswer(context.circuit);
  if (answer.kind === 'done' || answer.kind === 'refused') context.signedOut = null;
  return answer;
}

export function instantOf({ timing }: PushContext): Instant {
  return new Date(timing.now()).toISOString();
}

/** Changes an entry if it is still as this step found it. */
export function change(
  { store, epoch }: PushContext,
  { n, state }: { readonly n: number; readonly state: OutboxState },
  to: OutboxChange,
): Promise<boolean> {
  return store.outbox.change(n, [state], epoch(), to);
}

/** Moves an entry, to be tried again at once. */
export function moveNow(context: PushContext, entry: ReadableEntry, to: OutboxState): Promise<boolean> {
  return change(context, entry, { kind: 'move', to, notBefore: context.timing.now() });
}
