import { withDoubt } from '../../display/doubt.ts';
import { undisputedIn } from '../../resident/undisputed.ts';
import { civilDayOf } from '../../time/partial-date.ts';
import { changeLine } from '../change-line.ts';
import type { GlanceLine } from '../glance-line.ts';
import type { GlanceQuestion } from '../glance-question.ts';
import { newMeasure } from '../stood-at-last-look.ts';

/**
 * How frail she is: a new level of the Clinical Frailty Scale that is another than stood when the reader last looked. [P] Two
 * levels of no stated version are held against each other. Silent in the last days.
 */
export function frailtySince(question: GlanceQuestion): readonly GlanceLine[] {
  const { view, lastDays } = question;
  const told = newMeasure(undisputedIn(view, 'frailty')?.cfs ?? [], question);
  if (lastDays || told === null) return [];
  const { latest, before } = told;
  const { id, on, level } = latest;
  if (level === before.level) return [];
  const isWorse = level > before.level;
  // Nine is another kind of level, and no worse than eight (`CfsEntry`).
  const isOfOneKind = level !== 9 && before.level !== 9;
  const change = { kind: 'observation', fact: id, on, certain: civilDayOf(on) !== null } as const;
  return changeLine('frailty-since', 'frailty', [change], {
    urgency: isWorse ? 'important' : 'changed',
    shape: !isOfOneKind ? 'changed' : isWorse ? 'up' : 'down',
    lead: `Clinical Frailty Scale ${level}`,
    rest: withDoubt(`, was ${before.level}`, latest),
  });
}
