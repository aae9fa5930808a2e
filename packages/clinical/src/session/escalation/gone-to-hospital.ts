import type { Actor, ThreadEntry } from '../../thread/entry.ts';
import { lastGone } from '../../thread/standing.ts';
import type { Thread, ThreadPress } from '../../thread/thread.ts';
import type { Instant } from '../../time/types.ts';
import { stands } from '../handing.ts';
import { seenSince } from './seen-since.ts';
import type { EscalationSession } from './session.ts';

/** That the resident has gone to hospital, as the thread stands. */
export interface Gone {
  readonly by: Actor;
  readonly at: Instant;
  /** The last press of the other side since: whoever made it knows. `null`: nobody has said so. */
  readonly knownBy: ThreadPress | null;
}

/**
 * Whether the resident has gone to hospital, so that nobody is rung to come (SPEC X14). `null`: not, or somebody has pressed "worse" or
 * a danger sign since, because the resident is here after all.
 */
export function goneToHospital(session: EscalationSession, thread: Thread | null): Gone | null {
  if (thread?.ending.state === 'withdrawn' || seenSince(session).length > 0) return null;
  const all = pressesOf(session, thread);
  const went = lastGone(all);
  if (went === null) return null;
  const since = all.slice(all.indexOf(went) + 1);
  const known = [thread?.answered ?? null, thread?.taken ?? null, thread?.seen ?? null].find(
    (press) => press !== null && since.some(({ id }) => id === press.entry),
  );
  return { by: went.by, at: went.pressedAt, knownBy: known ?? null };
}

/** What counts of the thread here, then what was pressed on this screen and stands in no thread yet. */
function pressesOf({ raised, acts }: EscalationSession, thread: Thread | null): readonly ThreadEntry[] {
  const { entries = [], unsent = [], without = [] } = thread ?? {};
  const shown = [...entries, ...unsent];
  const own = (raised === null ? acts : [raised, ...acts]).filter(stands).map(({ entry }) => entry);
  return [
    ...shown.filter(({ id }) => !without.includes(id)),
    ...own.filter(({ id }) => !shown.some((one) => one.id === id)),
  ];
}
