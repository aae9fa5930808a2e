import { formatDate } from '../../../display/date.ts';
import { formatQuantity } from '../../../display/quantity.ts';
import { weightAgo, latestWeightChange } from '../../../rules/weight-change.ts';
import type { Measurement } from '../../../resident/measurements.ts';
import type { ResidentView } from '../../../resident/view.ts';
import { londonDate } from '../../../time/london.ts';
import { civilDayOf } from '../../../time/partial-date.ts';
import { factOf, recordedIn, usefulFor, type FactReader, type FactReaders } from '../recorded-fact.ts';

/**
 * Weights, height and body mass index, each with the day on which it was measured. [P] A weight is of use for 3 months, as
 * for the clearance of creatinine (clinical rule 9.2); a height, which changes slowly, for 5 years.
 */
export const weightFacts: FactReaders = {
  ...usefulFor(3, {
    weight: (view) => measured(newest(view)),
    'weight-date': (view) => dateOf(newest(view)),
    bmi: (view) => {
      const entry = recordedIn(view, 'weight')?.bmi;
      return entry === undefined
        ? null
        : factOf(entry, entry?.value ?? null, formatQuantity(entry?.value ?? 0, entry?.unit ?? null));
    },
  }),
  'previous-weight': (view) => measured(previous(view)),
  'previous-weight-date': (view) => dateOf(previous(view)),
  'weight-1-month-ago': ago(1),
  'weight-3-months-ago': ago(3),
  'weight-6-months-ago': ago(6),
  ...usefulFor(60, { height: (view) => measured(recordedIn(view, 'weight')?.height) }),
};

/** The weight of so many months before today. */
function ago(months: 1 | 3 | 6): FactReader {
  return (view, now) => {
    const entry = weightAgo(recordedIn(view, 'weight')?.weights ?? [], months, londonDate(now));
    return entry === null ? null : measured(entry);
  };
}

function newest(view: ResidentView): Measurement | undefined {
  return recordedIn(view, 'weight')?.weights[0];
}

/** The weight that the last one is compared with: the same pair as on the summary (`rules/weight-change.ts`). */
function previous(view: ResidentView): Measurement | undefined {
  const weights = recordedIn(view, 'weight')?.weights ?? [];
  return latestWeightChange(weights)?.before;
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
