import type { OutboxState, Problem } from '@ehch/store';
import type { ServerProfile } from '../probe/server-profile.ts';
import type { Answer } from './answer.ts';
import { backOff, longestBackOff } from './back-off.ts';
import { change, handOf, instantOf, type PushContext } from './context.ts';
import type { ReadableEntry } from './lanes.ts';
import { isAudit } from './waits-for.ts';

/** Milliseconds after which every copy of a request has left the network or the server (measured: 120 s, and drift). */
export const REPOST_AFTER_MS = 130_000;

/** Refusals of the same kind in a row after which a person is asked, where a single one may stand for anything. */
const TIRED_AFTER = 3;

/** Milliseconds until a refused audit event is tried again [P]: a few times a day, so that a refusal costs the server little. */
const AUDIT_AGAIN_MS = 6 * 3_600_000;

type Unsettled = Exclude<Answer, { kind: 'done' }>;

/** Puts an answer that is no success into the outbox, by the table of states in the SPEC (P2, P9). */
export async function settle(context: PushContext, entry: ReadableEntry, answer: Unsettled): Promise<void> {
  switch (answer.kind) {
    case 'signed-out':
      return waitForSignIn(context, entry);
    case 'unknown':
      return becomeUnknown(context, entry, answer.why, answer.retryAfterMs);
    case 'refused':
      return refusedBy(context, entry, answer);
  }
}

/** The outcome is not known. It is verified before anything is sent again (P3). */
export async function becomeUnknown(
  context: PushContext,
  entry: ReadableEntry,
  why: string,
  retryAfterMs: number | null = null,
): Promise<void> {
  const { guards, timing, profile } = context;
  if (!guards.serverErrorIsUnknown && why.startsWith('5')) {
    handOf(context, entry).isVerified = true;
    return void (await change(context, entry, { kind: 'move', to: 'queued', notBefore: timing.now() }));
  }
  forget(context, entry);
  const mustRest = guards.waitBeforeRepost && isReposted(profile) && creates(entry);
  const wait = Math.max(waitOf(context, entry, retryAfterMs), mustRest ? REPOST_AFTER_MS : 0);
  await change(context, entry, {
    kind: 'move',
    to: 'unknown',
    notBefore: timing.now() + wait,
    ...(entry.state === 'sending' ? { attempt: { at: instantOf(context), outcome: why } } : {}),
  });
}

/** A question about the entry was not answered. Nothing was written, so its state stays. */
export async function tryLater(context: PushContext, entry: ReadableEntry, answer: Unsettled): Promise<void> {
  if (answer.kind === 'signed-out') return waitForSignIn(context, entry);
  const hand = handOf(context, entry);
  hand.failures++;
  if (answer.kind === 'refused' && answer.status === 403)
    return hold(context, entry, answer.status, answer.outcome);
  // A server that keeps refusing the question never tells whether the entry has arrived. A person has to find out.
  if (answer.kind === 'refused' && hand.failures >= TIRED_AFTER)
    return askServer(context, entry, 'rejected', {
      kind: 'refused',
      status: answer.status,
      outcome: answer.outcome,
    });
  const wait = waitOf(context, entry, answer.kind === 'unknown' ? answer.retryAfterMs : null);
  await change(context, entry, { kind: 'move', to: entry.state, notBefore: context.timing.now() + wait });
}

export function conflict(
  context: PushContext,
  entry: ReadableEntry,
  problem: Extract<Problem, { kind: 'conflict' }>,
) {
  return askServer(context, entry, 'conflict', problem);
}

export function hold(
  context: PushContext,
  entry: ReadableEntry,
  status: number,
  outcome: string,
): Promise<void> {
  return askServer(context, entry, 'held', { kind: 'refused', status, outcome });
}

/** No attempt is counted, and every lane pauses: the next one would be refused as well. */
async function waitForSignIn(context: PushContext, entry: ReadableEntry): Promise<void> {
  const { timing } = context;
  const times = (context.signedOut?.times ?? 0) + 1;
  const wait = backOff(
    { attempts: times + 2, longestMs: longestBackOff(entry.operation.class), retryAfterMs: null },
    () => timing.random(),
  );
  const sub = context.whoIsSignedIn()?.sub ?? '';
  context.signedOut = { sub, until: timing.now() + wait, times };
  forget(context, entry);
  await change(context, entry, { kind: 'move', to: 'wait-auth', notBefore: timing.now() });
}

async function refusedBy(
  context: PushContext,
  entry: ReadableEntry,
  { status, outcome, speaksFhir }: Extract<Answer, { kind: 'refused' }>,
): Promise<void> {
  const hand = handOf(context, entry);
  const versions = [...hand.read.values()].map((read) => (read === 'gone' ? '' : read.version)).join(' ');
  const sign = `${status}${speaksFhir ? '' : ' without FHIR'}${isClash(status) ? ` on ${versions}` : ''}`;
  // P9: a clash means "read again". The same clash on the same version again is about something else, such as a reference.
  if ((isClash(status) || !speaksFhir) && repeats(entry, sign) < TIRED_AFTER - 1)
    return becomeUnknown(context, entry, sign, isClash(status) ? 0 : null);
  const attempt = { at: instantOf(context), outcome: sign };
  const problem: Problem = { kind: 'refused', status, outcome };
  if (status === 403) return askServer(context, entry, 'held', problem, attempt);
  const changed = entry.operation.parts.find(({ op }) => op === 'update');
  if ((status === 404 || status === 410) && changed !== undefined)
    return askServer(context, entry, 'conflict', deletedRemotely(changed), attempt);
  return askServer(context, entry, 'rejected', problem, attempt);
}

/** Whether somebody else was faster. */
export function isClash(status: number): boolean {
  return status === 409 || status === 412;
}

/** What a person sees of a resource that the server no longer has. */
export function deletedRemotely({ type, id }: { readonly type: string; readonly id: string }) {
  return { kind: 'conflict', key: `${type}/${id}`, base: null, theirs: null, paths: [] } as const;
}

async function askServer(
  context: PushContext,
  entry: ReadableEntry,
  to: OutboxState,
  problem: Problem,
  attempt?: { readonly at: string; readonly outcome: string },
): Promise<void> {
  forget(context, entry);
  const { timing } = context;
  await change(context, entry, {
    kind: 'move',
    to,
    // U2: no person can settle it, and permissions, servers and this program change.
    notBefore: timing.now() + (isAudit(entry) ? AUDIT_AGAIN_MS : 0),
    problem,
    ...(attempt && { attempt }),
  });
}

function repeats({ sent }: ReadableEntry, sign: string): number {
  return sent.filter(({ outcome }) => outcome === sign).length;
}

function waitOf(context: PushContext, entry: ReadableEntry, retryAfterMs: number | null): number {
  const attempts = entry.attempts + (context.hands.get(entry.n)?.failures ?? 0);
  const longestMs = longestBackOff(entry.operation.class);
  if (retryAfterMs !== null) context.asked.set(entry.n, context.timing.now() + retryAfterMs);
  return backOff({ attempts, longestMs, retryAfterMs }, () => context.timing.random());
}

/** What was read before the answer is old now. The failures still count. */
function forget({ hands }: PushContext, { n }: ReadableEntry): void {
  hands.delete(n);
}

/** Whether a create is verified by sending it again: only the server knows its id. */
export function isReposted({ create, level }: ServerProfile): boolean {
  return create === 'post' && level !== 'A';
}

/**
 * Until when an entry waits although a person wants it tried now, by the device's clock: as long as the server asked for
 * (P12), and until every copy of a create has left the network (P3).
 *
 * @param isFound whether an earlier engine wrote the wait, so that only its last outcome tells who asked for it
 */
export function leastWait(
  { timing, asked, profile, guards }: PushContext,
  entry: ReadableEntry,
  isFound: boolean,
): number {
  const last = entry.sent.at(-1);
  const mayBeAsked = isFound && (last?.outcome === '429' || last?.outcome === '503');
  const byServer = mayBeAsked ? entry.notBefore : (asked.get(entry.n) ?? 0);
  const mustRest = guards.waitBeforeRepost && isReposted(profile) && creates(entry);
  const byCopies = mustRest && last !== undefined ? Date.parse(last.at) + REPOST_AFTER_MS : 0;
  return Math.max(timing.now(), byServer, byCopies);
}

function creates({ operation }: ReadableEntry): boolean {
  return operation.parts.some(({ op }) => op === 'create');
}
