import { undisputedValue } from '@ehch/clinical';
import type { HomeMatters, Identity, MatterRecord } from '@ehch/clinical';
import { pressedOn, type InboxSession, type ThreadOnScreen } from '@ehch/clinical/session';
import { canJoin, inMatterOrder, KINDS } from '@ehch/clinical/thread';
import type { Thread, ThreadTimes } from '@ehch/clinical/thread';
import type { Instant } from '@ehch/clinical/time';

/** One thread with whom it is about. */
export interface MatterRow {
  readonly thread: Thread;
  /** The record; `null`: the person is not on the list. */
  readonly record: MatterRecord | null;
  /** Threads that may be the same matter: same resident and kind, within the hours of the kind. */
  readonly duplicates: readonly Thread[];
}

/** What the rows are made of: one resident's record, or the homes of a place. */
export type RowSource =
  | { readonly kind: 'resident'; readonly record: MatterRecord }
  | { readonly kind: 'homes'; readonly matters: HomeMatters };

/** Every thread that is open or ended lately, in the order in which both sides see them. */
export function rowsOf(source: RowSource, now: Instant, times: ThreadTimes): readonly MatterRow[] {
  const found = new Map<string, { readonly thread: Thread; readonly record: MatterRecord | null }>();
  const records = source.kind === 'resident' ? [source.record] : source.matters.residents;
  for (const record of records)
    for (const thread of threadsIn(record)) {
      // Guard: a thread about somebody else is nobody's row here, whatever source gave it.
      if (thread.about.kind === 'resident' && thread.about.resident === record.resident)
        found.set(thread.id, { thread, record });
    }
  if (source.kind === 'homes')
    for (const { unlisted } of source.matters.homes)
      for (const thread of undisputedValue(unlisted) ?? [])
        if (thread.about.kind === 'unlisted') found.set(thread.id, { thread, record: null });
  const threads = inMatterOrder(
    [...found.values()].map(({ thread }) => thread),
    now,
    times,
  );
  // A home has hundreds of threads, and each is compared with those of its own resident alone.
  const near = Map.groupBy(threads, nearOf);
  return threads.map((thread) => ({
    thread,
    record: found.get(thread.id)?.record ?? null,
    duplicates: (near.get(nearOf(thread)) ?? []).filter((one) => isDuplicate(thread, one)),
  }));
}

function nearOf({ about }: Thread): string {
  return about.kind === 'resident' ? about.resident : `“${about.person.name}”`;
}

function threadsIn(record: MatterRecord): readonly Thread[] {
  const open = (undisputedValue(record.sections.open) ?? []).flatMap(({ thread }) => thread ?? []);
  return [...open, ...(record.ended ?? [])];
}

/** [P] The kind says within how many hours two are probably one matter. The one that was raised first goes on. */
function isDuplicate(thread: Thread, other: Thread): boolean {
  const between = Math.abs(Date.parse(thread.raised.at) - Date.parse(other.raised.at));
  const isOpen = thread.ending.state === 'open' && other.ending.state === 'open';
  return isOpen && canJoin(thread, other) && between <= KINDS[thread.kind].joinWithinHours * 3_600_000;
}

/** A thread as it stands on screen, for a press on it. */
export function onScreenOf(thread: Thread): ThreadOnScreen {
  const { about, linkedFrom } = thread;
  return {
    id: thread.id,
    matter: thread.kind,
    // Every press on a thread goes the way of its raising, so that it is never in two halves.
    about: linkedFrom.find(({ kind }) => kind === 'unlisted') ?? about,
    raisedBy: thread.raised.by.side,
    resident: about.kind === 'resident' ? about.resident : null,
    entries: thread.entries.map(({ id }) => id),
    isOpen: thread.ending.state === 'open',
    answer: thread.answered?.entry ?? null,
    tell: whomToTell(thread),
  };
}

/**
 * A relative who asked and has not been told the answer; `null`: there is none (thread SPEC P9). Of joined matters each may have
 * been asked for by another relative.
 */
export function whomToTell({ raised, alsoRaised, answered, ending, entries }: Thread): string | null {
  if (answered === null || ending.state === 'withdrawn') return null;
  const asked = [raised, ...alsoRaised].flatMap(({ askedBy }) =>
    askedBy.kind === 'relative' ? askedBy.name : [],
  );
  const [only] = asked;
  // One relative was told, by whatever name somebody wrote.
  if (asked.length === 1 && only !== undefined) return answered.told === null ? only : null;
  const told = entries.flatMap(({ act }) =>
    act.kind === 'told' && act.answer === answered.entry ? act.whom : [],
  );
  return asked.find((name) => !told.includes(name)) ?? null;
}

/** The person of a row, where the record names one without dispute. */
export function personOf({ record }: MatterRow): Identity | null {
  return record === null ? null : undisputedValue(record.sections.identity);
}

/** Whether this person has the thread, by the thread or by a press that it does not show yet. */
export function hasTaken(
  session: InboxSession,
  { id, taken, entries, raised }: Thread,
  name: string,
): boolean {
  const known = new Set(entries.map((entry) => entry.id));
  const own = pressedOn(session, id).findLast(
    ({ entry: { id: one, act } }) => !known.has(one) && (act.kind === 'take' || act.kind === 'let-go'),
  );
  return own === undefined
    ? taken?.by.name === name && taken.by.side !== raised.by.side
    : own.entry.act.kind === 'take';
}

/** Whom the rows are about, so that a press on a thread of nobody here does nothing. */
export function rowOf(rows: readonly MatterRow[], thread: string): MatterRow | null {
  return rows.find((row) => row.thread.id === thread) ?? null;
}
