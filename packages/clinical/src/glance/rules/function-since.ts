import { withDoubt } from '../../display/doubt.ts';
import type { FunctionScore } from '../../resident/measurements.ts';
import { undisputedIn } from '../../resident/undisputed.ts';
import { civilDayOf, comparePartialDates } from '../../time/partial-date.ts';
import { changeLine } from '../change-line.ts';
import type { GlanceLine } from '../glance-line.ts';
import type { GlanceQuestion } from '../glance-question.ts';
import { isSince } from '../since.ts';
import { hasHappened } from '../when-it-was.ts';

/**
 * What she does by herself: a new Barthel total that is another than stood when the reader last looked. Only totals of one
 * version are held against each other. Silent in the last days of life.
 */
export function functionSince({ view, since, now, lastDays }: GlanceQuestion): readonly GlanceLine[] {
  const [latest, ...others] = (undisputedIn(view, 'function')?.scores ?? [])
    .filter(({ on }) => on !== null && hasHappened(on, now))
    .toSorted((a, b) => comparePartialDates(a.on, b.on));
  const isNew = ({ on }: FunctionScore) => on !== null && isSince(on, since);
  if (lastDays || !latest?.on || latest.version === null || !isNew(latest)) return [];
  const { id, on, version, total } = latest;
  const earlier = others.filter((score) => score.version === version);
  const before = earlier.find((score) => !isNew(score)) ?? earlier.at(-1);
  if (before === undefined || total === before.total) return [];
  // Lower means that she needs more help.
  const isWorse = total < before.total;
  const change = { kind: 'observation', fact: id, on, certain: civilDayOf(on) !== null } as const;
  return changeLine('function-since', 'function', [change], {
    urgency: isWorse ? 'important' : 'changed',
    shape: isWorse ? 'down' : 'up',
    lead: `Barthel ${total} of ${version === '0-20' ? 20 : 100}`,
    rest: withDoubt(`, was ${before.total}`, latest),
  });
}
