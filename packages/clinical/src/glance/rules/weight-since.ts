import { withLimits } from '../../display/doubt.ts';
import { formatNumber, formatQuantity } from '../../display/quantity.ts';
import { latestWeightChange } from '../../rules/weight-change.ts';
import { daysBetween } from '../../time/civil-date.ts';
import { civilDayOf, comparePartialDates } from '../../time/partial-date.ts';
import type { Measurement } from '../../resident/measurements.ts';
import type { GlanceLine } from '../glance-line.ts';
import { undisputedIn } from '../../resident/undisputed.ts';
import type { GlanceQuestion } from '../glance-question.ts';
import { lineKey } from '../line-key.ts';
import { hasHappened } from '../when-it-was.ts';

/** [P] 5 % over three to six months: screening for malnutrition counts a loss from there (clinical rule 8.1). */
const TOLD_FROM_PERCENT = 5;

/** [P] An older change says nothing about the resident's present condition. */
const TOLD_DAYS = 92;

/** Tells of recent weight loss or gain over three to six months, or faster. Silent in the last days of life. */
export function weightSince({ view, now, today, lastDays }: GlanceQuestion): readonly GlanceLine[] {
  const story = lastDays ? null : undisputedIn(view, 'weight');
  const weights = (story?.weights ?? [])
    .filter(({ on }) => hasHappened(on, now))
    .toSorted((a, b) => comparePartialDates(a.on, b.on));
  const change = latestWeightChange(weights);
  const day = civilDayOf(change?.latest.on ?? null);
  if (change === null || day === null || daysBetween(day, today) > TOLD_DAYS) return [];
  const { latest, before, percent, span } = change;
  if (Math.abs(percent) < TOLD_FROM_PERCENT) return [];
  return [
    {
      key: lineKey('weight-since', [latest.id, before.id]),
      rule: 'weight-since',
      section: 'weight',
      // A loss matters more than a gain: it may mean malnutrition.
      urgency: percent < 0 ? 'important' : 'changed',
      shape: percent < 0 ? 'down' : 'up',
      lead: `Weight ${percent < 0 ? 'down' : 'up'} ${formatNumber(Math.abs(percent))} %`,
      rest: `in ${span}, ${said(latest)}${isPlain(before) ? '' : `, was ${said(before)}`}`,
      quote: null,
      on: latest.on,
      canHide: true,
    },
  ];
}

function said(one: Measurement): string {
  return withLimits(formatQuantity(one.value, one.unit), one);
}

/** Whether nothing limits the earlier weight: one that was only stated makes another change. */
function isPlain(one: Measurement): boolean {
  return said(one) === formatQuantity(one.value, one.unit);
}
