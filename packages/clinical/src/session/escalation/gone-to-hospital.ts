import type { ThreadEntry } from '../../thread/entry.ts';
import { goneIn, type Gone } from '../../thread/gone.ts';
import type { Thread } from '../../thread/thread.ts';
import { stands } from '../handing.ts';
import { seenSince } from './seen-since.ts';
import type { EscalationSession } from './session.ts';

/**
 * Whether the resident has gone to hospital, so that nobody is rung to come (SPEC X14). `null`: not, or somebody has pressed "worse" or
 * a danger sign, or raised another worry, since: the resident is here after all.
 */
export function goneToHospital(session: EscalationSession, thread: Thread | null): Gone | null {
  if (thread?.ending.state === 'withdrawn' || seenSince(session).length > 0) return null;
  const { entries, without } = thread ?? NOTHING_TOLD;
  return goneIn({
    told: entries.filter(({ id }) => !without.includes(id)),
    own: pressedHere(session, new Set(entries.map(({ id }) => id))),
  });
}

const NOTHING_TOLD: Pick<Thread, 'entries' | 'without'> = { entries: [], without: [] };

/** What was pressed here and stands in no thread yet. */
function pressedHere({ acts }: EscalationSession, shown: ReadonlySet<string>): readonly ThreadEntry[] {
  // What was pressed here before the last going, and has not arrived, is no press since.
  const last = acts.findLastIndex((one) => one.entry.act.kind === 'went-to-hospital' && stands(one));
  return (
    acts
      .slice(Math.max(0, last))
      // Guard: whoever pressed "worse" stands beside somebody who is here, also where a port refused the press.
      .filter((one) => stands(one) || one.entry.act.kind === 'worse')
      .map(({ entry }) => entry)
      .filter(({ id }) => !shown.has(id))
  );
}
