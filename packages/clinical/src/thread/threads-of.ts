import { THREAD_URGENCIES, type ThreadEntry } from './entry.ts';
import { canJoin } from './can-join.ts';
import { momentOf } from './moment-of.ts';
import { threadOf } from './thread-of.ts';
import type { Raised, Thread } from './thread.ts';
import { askedAnew } from './verbs/verb.ts';

/**
 * Makes every thread from the entries of a record or of a list, those that were raised last first. Joined threads are
 * one, which is the one that was raised first (SPEC W3).
 */
export function threadsOf(entries: readonly ThreadEntry[]): readonly Thread[] {
  const byThread = Map.groupBy(entries, ({ thread }) => thread);
  const apart = new Map<string, Thread>();
  for (const [id, own] of byThread) {
    const thread = threadOf(id, own);
    if (thread !== null) apart.set(id, thread);
  }
  return joinedIn(apart)
    .map((members) => asOne(members, byThread))
    .toSorted((a, b) => startOf(b) - startOf(a) || (a.id < b.id ? -1 : 1));
}

/** The threads that belong together, each group in the order of the raising. */
function joinedIn(apart: ReadonlyMap<string, Thread>): readonly (readonly Thread[])[] {
  const groups = new Map([...apart].map(([id, thread]) => [id, [thread]]));
  for (const thread of apart.values())
    for (const { act } of thread.entries) {
      if (act.kind !== 'join') continue;
      const into = apart.get(act.into);
      if (into === undefined || !canJoin(thread, into)) continue;
      const [mine, theirs] = [groups.get(thread.id) ?? [], groups.get(into.id) ?? []];
      if (mine === theirs) continue;
      const both = [...mine, ...theirs];
      for (const { id } of both) groups.set(id, both);
    }
  return [...new Set(groups.values())].map((members) => members.toSorted(byRaising));
}

function asOne(
  [first, ...others]: readonly Thread[],
  byThread: ReadonlyMap<string, readonly ThreadEntry[]>,
): Thread {
  if (first === undefined) throw new TypeError('A group of threads has at least one.');
  if (others.length === 0) return first;
  const joined = others.flatMap(({ id }) => byThread.get(id) ?? []);
  const whole = threadOf(first.id, byThread.get(first.id) ?? [], joined) ?? first;
  const all = [whole, first, ...others];
  return {
    ...asAsked(whole, others),
    // Joining never makes a matter less urgent than it was by itself.
    urgency: THREAD_URGENCIES.findLast((one) => all.some(({ urgency }) => urgency === one)) ?? whole.urgency,
    alsoRaised: others.map(({ raised }): Raised => raised),
  };
}

/**
 * What was answered, or closed, before another matter was joined into it says nothing of that matter. Only whoever of the side
 * that was asked joins two has read both, so that an answer from before is to both (SPEC W3).
 */
function asAsked(whole: Thread, others: readonly Thread[]): Thread {
  const ids = new Set(others.map(({ id }) => id));
  const places = (isMeant: (entry: ThreadEntry) => boolean) =>
    whole.entries.findLastIndex((entry) => isMeant(entry));
  const placeOf = (id: string | undefined) => places((entry) => entry.id === id);
  const raised = places(({ id }) => ids.has(id));
  const joined = places(({ act }) => act.kind === 'join');
  const readBoth = places(({ act, by }) => act.kind === 'join' && by.side !== whole.raised.by.side);
  const closedAt = whole.ending.state === 'closed' ? placeOf(whole.ending.by.entry) : Infinity;
  if (closedAt < Math.max(raised, joined))
    return { ...whole, ...askedAnew(whole), ending: { state: 'open' } };
  const answeredAt = whole.answered === null ? Infinity : placeOf(whole.answered.entry);
  return answeredAt < raised && readBoth < raised ? { ...whole, ...askedAnew(whole) } : whole;
}

function byRaising(a: Thread, b: Thread): number {
  return startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1);
}

function startOf({ entries: [first] }: Thread): number {
  return first === undefined ? 0 : momentOf(first);
}
