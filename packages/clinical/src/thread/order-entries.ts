import type { ThreadEntry } from './entry.ts';
import { momentOf } from './moment-of.ts';

/** Entries in their order, each once. */
export interface Ordered {
  readonly entries: readonly ThreadEntry[];
  readonly missing: readonly string[];
  readonly disputed: readonly string[];
}

/**
 * Puts entries in the one order that both sides find, whatever arrived first (SPEC E1, E3). An entry comes after what
 * its author had on screen. Only between entries that know nothing of each other does the clock decide.
 */
export function orderEntries(given: readonly ThreadEntry[]): Ordered {
  const { entries, disputed } = eachOnce(given);
  const ids = new Set(entries.map(({ id }) => id));
  const placed = new Set<string>();
  const ordered: ThreadEntry[] = [];
  let waiting = entries.toSorted(byMoment);
  while (waiting.length > 0) {
    // A circle can only be forged. Its first entry goes ahead, so that nothing is lost in it.
    const next =
      waiting.find((entry) => before(entry).every((id) => placed.has(id) || !ids.has(id))) ?? waiting[0];
    if (next === undefined) break;
    ordered.push(next);
    placed.add(next.id);
    waiting = waiting.filter((entry) => entry !== next);
  }
  const missing = new Set(entries.flatMap(before).filter((id) => !ids.has(id)));
  return { entries: ordered, missing: [...missing].toSorted(), disputed };
}

/** The entries that an entry needs before it. */
function before({ id, thread, after, act }: ThreadEntry): readonly string[] {
  const named = [id === thread ? null : thread, after, namedBy(act)];
  return named.filter((one): one is string => one !== null && one !== id);
}

function namedBy(act: ThreadEntry['act']): string | null {
  if (act.kind === 'reply') return act.question;
  return act.kind === 'happened' || act.kind === 'told' ? act.answer : null;
}

function eachOnce(given: readonly ThreadEntry[]): {
  entries: readonly ThreadEntry[];
  disputed: readonly string[];
} {
  const byId = new Map<string, ThreadEntry>();
  const disputed = new Set<string>();
  for (const entry of given) {
    const known = byId.get(entry.id);
    if (known !== undefined && saidIn(known) !== saidIn(entry)) disputed.add(entry.id);
    if (known === undefined || isPreferred(entry, known)) byId.set(entry.id, entry);
  }
  return { entries: [...byId.values()], disputed: [...disputed].toSorted() };
}

/** Of two copies the one that the server had counts, and of two contents the same one on both sides. */
function isPreferred(entry: ThreadEntry, known: ThreadEntry): boolean {
  if ((entry.unsent === undefined) !== (known.unsent === undefined)) return entry.unsent === undefined;
  if ((entry.receivedAt === null) !== (known.receivedAt === null)) return entry.receivedAt !== null;
  const [one, other] = [JSON.stringify(entry), JSON.stringify(known)];
  return one < other;
}

/** What a person said. The copy on this device does not know yet when the server had it. */
function saidIn(entry: ThreadEntry): string {
  return JSON.stringify({ ...entry, receivedAt: null, unsent: undefined });
}

function byMoment(a: ThreadEntry, b: ThreadEntry): number {
  return momentOf(a) - momentOf(b) || (a.id < b.id ? -1 : 1);
}
