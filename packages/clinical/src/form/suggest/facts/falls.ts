import { formatDate } from '../../../display/date.ts';
import type { CareEvent } from '../../../resident/care-event.ts';
import type { ResidentView } from '../../../resident/view.ts';
import { addDays } from '../../../time/civil-date.ts';
import { londonDate } from '../../../time/london.ts';
import { civilDayOf, comparePartialDates, spanOf } from '../../../time/partial-date.ts';
import type { Instant, PartialDate } from '../../../time/types.ts';
import {
  factOf,
  listAsOf,
  recordedIn,
  wholeList,
  type FactReaders,
  type RowReader,
} from '../recorded-fact.ts';

/**
 * How many falls the record holds of the last 12 months. A record without a fall says nothing: falls are written in many
 * places. `null` also where a part of the events is missing or a fall has no date: the number would be too small.
 */
export const fallFacts: FactReaders = {
  'falls-in-a-year': (view, now) => {
    if (wholeList(view, 'events') === null || fallsIn(view).some(({ on }) => spanOf(on) === null))
      return null;
    const falls = fallsInYear(view, now);
    if (falls.length === 0) return null;
    const days = falls.map(({ on }) => formatDate(dayOf(on))).join(', ');
    const text = `${falls.length} ${falls.length === 1 ? 'fall' : 'falls'}: ${days}`;
    return { value: falls.length, text, on: listAsOf(view, 'events'), source: view.sourceLabel };
  },
};

/** Each fall of the last 12 months with its day. What happened is in the words of the record and fills in nothing. */
export const fallRows: RowReader = (view, now) =>
  fallsInYear(view, now).flatMap((fall) => {
    const fact = factOf(fall, dayOf(fall.on), fall.text);
    if (fact === null) return [];
    const { value, text, on, source } = fact;
    return [{ says: { 'fall-day': value }, text, on, source }];
  });

function fallsInYear(view: ResidentView, now: Instant): readonly CareEvent[] {
  const today = londonDate(now);
  const from = addDays(today, -365);
  return fallsIn(view).filter(({ on }) => {
    const span = spanOf(on);
    return span !== null && span.from >= from && span.from <= today;
  });
}

/** Newest first: the last one is asked about first. */
function fallsIn(view: ResidentView): readonly CareEvent[] {
  return (recordedIn(view, 'events') ?? [])
    .filter(
      ({ kind, notDone, cautions }) =>
        kind === 'fall' && notDone === null && !cautions.includes('future-dated'),
    )
    .toSorted((a, b) => comparePartialDates(a.on, b.on));
}

/** A question for a day takes no time of day. */
function dayOf(on: PartialDate | null): PartialDate | null {
  return civilDayOf(on) ?? on;
}
