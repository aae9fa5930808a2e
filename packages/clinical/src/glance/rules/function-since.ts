import { withDoubt } from '../../display/doubt.ts';
import { undisputedIn } from '../../resident/undisputed.ts';
import { civilDayOf } from '../../time/partial-date.ts';
import { changeLine } from '../change-line.ts';
import type { GlanceLine } from '../glance-line.ts';
import type { GlanceQuestion } from '../glance-question.ts';
import { newMeasure } from '../stood-at-last-look.ts';

/**
 * Tells of a new Barthel total that differs from the total at the reader's last look. A total without a stated range is
 * compared with none. Silent in the last days of life.
 */
export function functionSince(question: GlanceQuestion): readonly GlanceLine[] {
  const { view, lastDays } = question;
  const measure = newMeasure(undisputedIn(view, 'function')?.scores ?? [], question);
  if (lastDays || measure === null || measure.latest.version === null) return [];
  const { latest, before } = measure;
  const { id, on, version, total } = latest;
  if (total === before.total) return [];
  // A lower total means that the resident needs more help.
  const isWorse = total < before.total;
  const change = { kind: 'observation', fact: id, on, certain: civilDayOf(on) !== null } as const;
  return changeLine('function-since', 'function', [change], {
    urgency: isWorse ? 'important' : 'changed',
    shape: isWorse ? 'down' : 'up',
    lead: `Barthel ${total} of ${version === '0-20' ? 20 : 100}`,
    rest: withDoubt(`, was ${before.total}`, latest),
  });
}
