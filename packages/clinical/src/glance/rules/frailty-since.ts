import { withDoubt } from '../../display/doubt.ts';
import { undisputedIn } from '../../resident/undisputed.ts';
import { civilDayOf } from '../../time/partial-date.ts';
import { changeLine } from '../change-line.ts';
import type { GlanceLine } from '../glance-line.ts';
import type { GlanceQuestion } from '../glance-question.ts';
import { newMeasure } from '../stood-at-last-look.ts';

/**
 * Tells of a new Clinical Frailty Scale level that differs from the level at the reader's last look. [P] Two levels
 * without a stated version are compared with each other. Silent in the last days of life.
 */
export function frailtySince(question: GlanceQuestion): readonly GlanceLine[] {
  const { view, lastDays } = question;
  const measure = newMeasure(undisputedIn(view, 'frailty')?.cfs ?? [], question);
  if (lastDays || measure === null) return [];
  const { latest, before } = measure;
  const { id, on, level } = latest;
  if (level === before.level) return [];
  const isWorse = level > before.level;
  // Level nine is of another kind, and not worse than eight (`CfsEntry`).
  const isOfOneKind = level !== 9 && before.level !== 9;
  const change = { kind: 'observation', fact: id, on, certain: civilDayOf(on) !== null } as const;
  return changeLine('frailty-since', 'frailty', [change], {
    urgency: isWorse ? 'important' : 'changed',
    shape: !isOfOneKind ? 'changed' : isWorse ? 'up' : 'down',
    lead: `Clinical Frailty Scale ${level}`,
    rest: withDoubt(`, was ${before.level}`, latest),
  });
}
