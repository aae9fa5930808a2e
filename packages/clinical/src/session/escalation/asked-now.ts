import { HOW_SOON } from '../../escalation/asked-urgency.ts';
import type { ThreadUrgency } from '../../thread/entry.ts';
import { KINDS } from '../../thread/kinds/index.ts';
import type { Thread } from '../../thread/thread.ts';
import { oneHigher } from '../../thread/verbs/turn.ts';
import type { EscalationSession } from './session.ts';

/** How soon a thread asks for somebody, with the reason in words. */
export interface AskedNow {
  readonly urgency: ThreadUrgency;
  readonly why: string;
}

/**
 * How soon the matter on screen asks for somebody: what the thread says, and each "worse" that was pressed here and stands in no
 * thread yet. `null`: nothing is asked, or no sooner than its kind asks by itself.
 */
export function askedNow(
  { raised, acts, matter }: EscalationSession,
  thread: Thread | null,
): AskedNow | null {
  if (raised?.entry.act.kind !== 'raise' || (thread !== null && thread.ending.state !== 'open')) return null;
  const shown = new Set(thread?.entries.map(({ id }) => id));
  const worse = acts.filter((one) => isWorsening(one) && !shown.has(one.entry.id));
  const from = thread?.urgency ?? raised.entry.act.urgency;
  const urgency = worse.reduce(oneHigher, from);
  const isWorse = thread?.turn?.kind === 'worse' || acts.some(isWorsening);
  if (matter !== 'worry' && urgency === KINDS[matter].urgency) return null;
  return {
    urgency,
    why: `${isWorse ? '“Worse” was pressed, so it is' : 'It was'} asked for ${HOW_SOON[urgency]}`,
  };
}

function isWorsening({ entry }: EscalationSession['acts'][number]): boolean {
  return entry.act.kind === 'worse';
}
