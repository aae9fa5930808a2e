import type { ThreadEntry } from './entry.ts';
import { orderEntries } from './order-entries.ts';
import { sameAbout } from './same-about.ts';
import type { Thread } from './thread.ts';
import { applied } from './verbs/index.ts';
import { raised } from './verbs/raise.ts';

/**
 * Makes one thread from its entries, in whatever order they came. `null`: nobody has raised it, as far as is known here.
 *
 * @param joined entries of threads that were joined into this one
 */
export function threadOf(
  id: string,
  given: readonly ThreadEntry[],
  joined: readonly ThreadEntry[] = [],
): Thread | null {
  const { entries, missing, disputed } = orderEntries([...given, ...joined]);
  const root = entries.find((entry) => entry.id === id);
  const begun = root === undefined ? null : raised(root);
  if (begun === null || root === undefined) return null;
  let thread: Thread = { ...begun, missing, disputed };
  if (root.unsent !== undefined) thread = withUnsent(thread, root);
  for (const entry of entries) {
    if (entry === root) continue;
    // Guard: what is about another resident reaches nobody's thread.
    if (!isOfThread(entry, thread)) {
      thread = { ...thread, foreign: thread.foreign + 1 };
      continue;
    }
    // Guard: what the other side does not have makes nothing seen, answered, withdrawn or closed.
    if (entry.unsent !== undefined) {
      thread = withUnsent(thread, entry);
      continue;
    }
    const next = applied(thread, entry);
    thread = {
      ...(next ?? thread),
      entries: [...thread.entries, entry],
      without: next === null ? [...thread.without, entry.id] : thread.without,
    };
  }
  return thread;
}

function withUnsent(thread: Thread, entry: ThreadEntry): Thread {
  return { ...thread, unsent: [...(thread.unsent ?? []), entry] };
}

/** Whether an entry is about the person of the thread, as somebody has linked them or as they were before. */
function isOfThread(entry: ThreadEntry, { about, linkedFrom }: Thread): boolean {
  return [about, ...linkedFrom].some((one) => sameAbout(one, entry.about));
}
