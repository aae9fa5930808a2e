import type { News2Entry } from '../../resident/measurements.ts';
import { doubtWords } from '../../display/doubt.ts';
import { howOld } from '../../display/how-old.ts';
import { civilDayOf, comparePartialDates } from '../../time/partial-date.ts';
import { daysBetween } from '../../time/civil-date.ts';
import type { CivilDate } from '../../time/types.ts';
import type { GlanceLine, GlanceShape, Urgency } from '../glance-line.ts';
import { undisputedIn } from '../../resident/undisputed.ts';
import type { GlanceQuestion } from '../glance-question.ts';
import { compareText, lineKey } from '../line-key.ts';
import { hasHappened } from '../when-it-was.ts';

/** RCP 2017: a total of 5 is the threshold for an urgent response; 3 in one part is a trigger of its own. */
const URGENT_TOTAL = 5;

/** RCP 2017: the most that the seven parts come to. */
const MOST = 20;

/** [P] Three points above the usual are told as urgent below that total too. */
const URGENT_BY = 3;

/** [P] Two points above the usual are told as a change for the worse; one point is within what comes and goes. */
const WORSE_BY = 2;

/** [P] Observations of today and yesterday say how somebody is now. */
const NOW_DAYS = 1;

/** [P] Older than this they say nothing of how somebody is, and stay in their section. */
const TOLD_DAYS = 31;

/** How somebody is against what is usual: the latest NEWS2 that has happened. Silent in the last days of life. */
export function news2AgainstUsual({ view, now, today, lastDays }: GlanceQuestion): readonly GlanceLine[] {
  const story = lastDays ? null : undisputedIn(view, 'news2');
  const happened = (story?.scores ?? []).filter(({ on }) => hasHappened(on, now)).toSorted(newestThenHighest);
  const latest = leading(happened, today);
  if (latest === undefined || story === null) return [];
  const age = ageInDays(latest, today);
  const figure = figureOf(latest);
  if (figure === null || age === null || age > TOLD_DAYS) return [];
  const usual = story.usual !== null && hasHappened(story.usual.on, now) ? story.usual : null;
  const three = Object.values(latest.score.items).some(({ score }) => score === 3);
  const sender = senderOf(latest);
  const doubt = doubtWords(latest);
  // Which of two totals is right is not known here: the higher one decides how urgent it is.
  const higher = Math.max(figure.value, sender ?? figure.value);
  const above = usual === null ? null : higher - usual.total;
  const isUrgent = higher >= URGENT_TOTAL || three || (above !== null && above >= URGENT_BY);
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
        usual === null ? ', usual not set' : `, usual ${usual.total}`,
        three ? ', 3 in one part' : '',
        sender === null ? '' : `, the sender recorded ${sender}`,
        figure.missing > 0 ? `; ${figure.missing} of ${figure.of} parts missing` : '',
        doubt === null ? '' : ` (${doubt})`,
        latest === happened[0] ? '' : '; a later one has no total',
        age > NOW_DAYS ? `, ${howOld(latest.on, today)}` : '',
      ].join(''),
      quote: null,
      on: latest.on,
      canHide: false,
    },
  ];
}

/** The total that the sender recorded, where the parts give another one. */
function senderOf(entry: News2Entry): number | null {
  return entry.disagrees ? claimedTotal(entry) : null;
}

/** What NEWS2 cannot come to (RCP 2017: 0 to 20) is no total. */
function claimedTotal({ importedTotal }: News2Entry): number | null {
  return importedTotal !== null && importedTotal >= 0 && importedTotal <= MOST ? importedTotal : null;
}

/**
 * The entry that says how somebody is. Parts of a set prove nobody well: the last whole set stands until another takes its
 * place, unless the parts that came later say more. [P]
 */
function leading(newestFirst: readonly News2Entry[], today: CivilDate): News2Entry | undefined {
  const [newest, ...older] = newestFirst.filter((entry) => figureOf(entry) !== null);
  const parts = newest === undefined ? null : figureOf(newest);
  if (parts === null || parts.missing === 0) return newest;
  const whole = older.find((entry) => figureOf(entry)?.missing === 0);
  const age = whole === undefined ? null : ageInDays(whole, today);
  if (whole === undefined || age === null || age > TOLD_DAYS) return newest;
  return (figureOf(whole)?.value ?? 0) > parts.value ? whole : newest;
}

/** Of two of one day the record does not say which came later: the higher is told. */
function newestThenHighest(a: News2Entry, b: News2Entry): number {
  return (
    comparePartialDates(a.on, b.on) ||
    (figureOf(b)?.value ?? -1) - (figureOf(a)?.value ?? -1) ||
    compareText(a.id, b.id)
  );
}

function urgencyOf(isUrgent: boolean, isWorse: boolean, age: number): Urgency {
  if (isUrgent && age <= NOW_DAYS) return 'unwell';
  return isWorse ? 'important' : 'quiet';
}

function shapeOf(delta: number | null, isWorse: boolean): GlanceShape {
  // Without a usual nobody knows of a way up; and what is as usual has not gone up, however high it is.
  if (delta === null) return isWorse ? 'late' : 'changed';
  if (delta === 0) return 'same';
  return delta > 0 ? 'up' : 'down';
}

/** A day known only in part tells no age. */
function ageInDays({ on }: News2Entry, today: CivilDate): number | null {
  const day = civilDayOf(on);
  return day === null ? null : Math.max(0, daysBetween(day, today));
}

interface Figure {
  readonly value: number;
  readonly words: string;
  readonly missing: number;
  readonly of: number;
}

/** Never a total where there is none: parts that are missing leave a lower limit. */
function figureOf(entry: News2Entry): Figure | null {
  const { score, onScale = null, scale = null } = entry;
  const of = Object.keys(score.items).length;
  if (onScale !== null) {
    // Which scale counts is not settled: both stand, and the higher one decides how urgent it is.
    const words = `${onScale[1]} on scale 1, ${onScale[2]} on scale 2`;
    return { value: Math.max(onScale[1], onScale[2]), words, missing: 0, of };
  }
  // Scale 1 is everybody's unless a clinician asked for scale 2 (RCP 2017): the other one is said with the number.
  const on = scale === 2 ? ' on scale 2' : '';
  if (score.total !== null) return { value: score.total, words: `${score.total}${on}`, missing: 0, of };
  if (score.status === 'not-applicable') return null;
  const hasParts = Object.values(score.items).some((item) => item.score !== null);
  const claimed = hasParts ? null : claimedTotal(entry);
  if (claimed !== null) {
    return { value: claimed, words: `${claimed} as recorded, without its parts`, missing: 0, of };
  }
  if (!hasParts || score.atLeast === undefined) return null;
  return { value: score.atLeast, words: `at least ${score.atLeast}${on}`, missing: score.missing.length, of };
}
