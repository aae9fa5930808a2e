import { isDeciding, PLAN_KINDS } from '../care-plan/kinds.ts';
import type { CareIntent, PlanLineIntent } from '../ports/care-actions.ts';
import type { ThreadEntry } from '../thread/entry.ts';
import type { KindName } from '../thread/kind.ts';
import { PRESS_SETS, type PressSet } from './press-sets.ts';
import type { StaffRole } from './role.ts';

/**
 * Why this role does not press this, in words; `null`: it does. A port refuses an intent with such words. Whom the place names as
 * observers and deciders counts beside it, and so does a pass.
 *
 * @param raised ids of the raising entries that this person made
 */
export function pressStop(
  role: StaffRole,
  { what }: Pick<CareIntent, 'what'>,
  raised: readonly string[] = [],
): string | null {
  const may = PRESS_SETS[role.presses];
  switch (what.kind) {
    case 'thread-entry':
      return entryStop(role, may, what.entry, what.matter, raised);
    case 'plan-line':
      return planStop(may, what);
    case 'finish-assessment':
    case 'withdraw-assessment':
    case 'enter-in-error':
      return may.assesses ? null : 'Your role here signs no assessment.';
    case 'clinical-setting':
      return may.sets ? null : 'A clinician sets this.';
    case 'add-resident':
    case 'correct-resident':
    case 'resident-left':
      return may.keepsList ? null : 'Your role here does not keep the list of residents.';
    default:
      // Guard: a kind that comes later is nobody's until somebody has thought of it.
      return 'Your role here does not press this.';
  }
}

function entryStop(
  { side }: StaffRole,
  may: PressSet,
  { act, by, thread, id }: ThreadEntry,
  matter: KindName,
  raised: readonly string[],
): string | null {
  // Guard: an answer of the practice that somebody of the home pressed would calm the home.
  if (by.side !== side) return `Your role presses for the ${side}, and not for the other side.`;
  if (act.kind === 'raise') {
    // Guard: two kinds in one press would be judged by one and written as the other, as would a raising into another thread.
    const isOne = act.matter === matter && thread === id;
    return isOne && may.raises.includes(matter) ? null : 'Your role here does not raise this.';
  }
  if (may.onAny.includes(act.kind)) return null;
  if (!may.onOwn.includes(act.kind)) return 'Your role here does not press this.';
  return raised.includes(thread) ? null : 'Your role here presses this on your own worry only.';
}

function planStop(may: PressSet, what: PlanLineIntent): string | null {
  const stop = 'Your role here does not change the plan.';
  if (!Object.hasOwn(PLAN_KINDS, what.of)) return stop;
  if (what.act === 'propose') return may.decisions === 'none' ? stop : null;
  if (!isDeciding(what)) return may.planWords ? null : stop;
  if (may.decisions === 'decide') return null;
  return may.decisions === 'propose' ? 'Your role here decides nothing. Propose it.' : stop;
}
