import { aboveUsual } from '../../instruments/news2/above-usual.ts';
import { news2Band } from '../../instruments/news2/news2.table.ts';
import { asksForUrgentResponse } from '../../instruments/news2/urgent-response.ts';
import type { News2Entry } from '../../resident/measurements.ts';
import { formatDate } from '../../display/date.ts';
import { doubtWords } from '../../display/doubt.ts';
import { howOld } from '../../display/how-old.ts';
import {
  claimedTotal,
  laterNews2Words,
  NEWS2_TOLD_DAYS,
  news2Age,
  news2Figure,
  toldNews2,
  usualNews2Words,
} from '../../rules/leading-news2.ts';
import type { GlanceLine, GlanceShape, Urgency } from '../glance-line.ts';
import { undisputedIn } from '../../resident/undisputed.ts';
import { civilDayOf, isSurelyOlder, precisionOf } from '../../time/partial-date.ts';
import type { PartialDate } from '../../time/types.ts';
import type { GlanceQuestion } from '../glance-question.ts';
import { lineKey } from '../line-key.ts';
import { hasHappened } from '../when-it-was.ts';

/** [P] Three points above the usual count as urgent even in a band that does not. */
const URGENT_BY = 3;

/** [P] Two points above the usual count as worse. One point is within the usual variation. */
const WORSE_BY = 2;

/** [P] Days. Observations of today and yesterday describe the resident's present condition. */
const NOW_DAYS = 1;

/**
 * Compares the latest NEWS2 with the resident's usual one. A score dated in the future does not count. Silent in the
 * last days of life.
 */
export function news2AgainstUsual({ view, now, today, lastDays }: GlanceQuestion): readonly GlanceLine[] {
  const story = lastDays ? null : undisputedIn(view, 'news2');
  const happened = (story?.scores ?? []).filter(({ on }) => hasHappened(on, now));
  const { latest, later } = toldNews2(happened, today);
  if (latest === undefined || story === null) return [];
  const age = news2Age(latest, today);
  const figure = news2Figure(latest);
  if (figure === null || age === null || age > NEWS2_TOLD_DAYS) return [];
  const usual = story.usual !== null && hasHappened(story.usual.on, now) ? story.usual : null;
  const three = Object.values(latest.score.items).some(({ score }) => score === 3);
  const sender = senderOf(latest);
  const doubt = doubtWords(latest);
  // We do not know which of two totals is right, so the higher one decides the urgency.
  const perhapsLater = highestPerhapsLater(latest, happened);
  const higher = Math.max(figure.value, sender ?? figure.value, perhapsLater?.value ?? figure.value);
  const above = aboveUsual(higher, usual?.total ?? null);
  const { band } = news2Band(higher, three);
  const isUrgent = asksForUrgentResponse(band) || (above !== null && above >= URGENT_BY);
  const isWorse = isUrgent || (above !== null && above >= WORSE_BY);
  return [
    {
      key: lineKey('news2-against-usual', [latest.id, ...(usual === null ? [] : [usual.id])]),
      rule: 'news2-against-usual',
      section: 'news2',
      urgency: urgencyOf(isUrgent, isWorse, age),
      shape: shapeOf(above, isWorse),
      lead: `NEWS2 ${figure.words}`,
      rest: [
        `, ${usualNews2Words({ ...story, usual })}`,
        three ? ', 3 in one part' : '',
        sender === null ? '' : `, the sender recorded ${sender}`,
        perhapsLater === null ? '' : `, another ${perhapsLater.when} ${perhapsLater.words}`,
        figure.missing > 0 ? `; ${figure.missing} of ${figure.of} parts missing` : '',
        doubt === null ? '' : ` (${doubt})`,
        later === undefined ? '' : `; ${laterNews2Words(later)}`,
        age > NOW_DAYS ? `, ${howOld(latest.on, today)}` : '',
      ].join(''),
      quote: null,
      on: latest.on,
      // The present condition can never be hidden.
      canHide: false,
    },
  ];
}

/**
 * Without a time nobody knows which score of a day came last, and without a day which of a month. A higher one may be
 * the present condition. [P] A year alone says too little for that.
 */
function highestPerhapsLater(
  latest: News2Entry,
  happened: readonly News2Entry[],
): { readonly value: number; readonly words: string; readonly when: string } | null {
  const own = news2Figure(latest)?.value ?? 0;
  const higher = happened.flatMap((other) => {
    const figure = news2Figure(other);
    return figure !== null && figure.value > own && mayBeLater(other.on, latest.on)
      ? [{ ...figure, on: other.on }]
      : [];
  });
  const [highest] = higher.toSorted((a, b) => b.value - a.value);
  if (highest === undefined) return null;
  const day = civilDayOf(highest.on);
  const isOfThatDay = day !== null && day === civilDayOf(latest.on);
  return {
    value: highest.value,
    words: highest.words,
    when: isOfThatDay ? 'of that day' : `of ${formatDate(highest.on)}, perhaps later,`,
  };
}

function mayBeLater(on: PartialDate | null, latest: PartialDate | null): boolean {
  if (on === null || latest === null) return false;
  const precision = precisionOf(on);
  if (precision === 'year' || precision === precisionOf(latest)) return false;
  return !isSurelyOlder(on, latest) && !isSurelyOlder(latest, on);
}

/** The total that the sender recorded, if the parts give another total. */
function senderOf(entry: News2Entry): number | null {
  return entry.disagrees ? claimedTotal(entry) : null;
}

/** An urgent score counts as "unwell now" only while it is recent. Later it stays important. */
function urgencyOf(isUrgent: boolean, isWorse: boolean, age: number): Urgency {
  if (isUrgent && age <= NOW_DAYS) return 'unwell';
  return isWorse ? 'important' : 'quiet';
}

function shapeOf(delta: number | null, isWorse: boolean): GlanceShape {
  // Without a usual score nobody knows whether it rose. A score equal to the usual has not risen, however high it is.
  if (delta === null) return isWorse ? 'late' : 'changed';
  if (delta === 0) return 'same';
  return delta > 0 ? 'up' : 'down';
}
