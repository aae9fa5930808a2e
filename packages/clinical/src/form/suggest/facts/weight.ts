import { formatDate } from '../../../display/date.ts';
import { formatQuantity } from '../../../display/quantity.ts';
import type { Measurement } from '../../../resident/measurements.ts';
import type { ResidentView } from '../../../resident/view.ts';
import { daysBetween } from '../../../time/civil-date.ts';
import { londonDate } from '../../../time/london.ts';
import { civilDayOf } from '../../../time/partial-date.ts';
import type { Instant } from '../../../time/types.ts';
import { factOf, recordedIn, type FactReaders } from '../recorded-fact.ts';

/** Weights, height and body mass index, each with the day on which it was measured. */
export const weightFacts: FactReaders = {
  weight: (view) => measured(newest(view)),
  'weight-date': (view) => dateOf(newest(view)),
  'previous-weight': (view, now) => measured(previous(view, now)),
  'previous-weight-date': (view, now) => dateOf(previous(view, now)),
  height: (view) => measured(recordedIn(view, 'weight')?.height),
  bmi: (view) => {
    const entry = recordedIn(view, 'weight')?.bmi;
    return entry === undefined
      ? null
      : factOf(entry, entry?.value ?? null, formatQuantity(entry?.value ?? 0, entry?.unit ?? null));
  },
};

function newest(view: ResidentView): Measurement | undefined {
  return recordedIn(view, 'weight')?.weights[0];
}

/** [P] The newest weight, other than the last one, of 3 to 6 months ago: over that time loss is judged (clinical 8.1). */
function previous(view: ResidentView, now: Instant): Measurement | undefined {
  return recordedIn(view, 'weight')
    ?.weights.slice(1)
    .find(({ on }) => {
      const day = civilDayOf(on);
      const ago = day === null ? 0 : daysBetween(day, londonDate(now));
      return ago >= 90 && ago <= 184;
    });
}

function measured(entry: Measurement | null | undefined) {
  if (entry === null || entry === undefined) return null;
  return factOf(entry, entry.value, formatQuantity(entry.value, entry.unit), entry.unit);
}

/** The day is of that measurement, and says of which. */
function dateOf(entry: Measurement | undefined) {
  if (entry === undefined || entry.on === null) return null;
  const day = civilDayOf(entry.on) ?? entry.on;
  return factOf(entry, day, `${formatDate(day)}, of ${formatQuantity(entry.value, entry.unit)}`);
}
