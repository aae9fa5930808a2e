import { comparePartialDates } from '../../time/partial-date.ts';
import { dueIn } from '../due.ts';
import type { GlanceLine } from '../glance-line.ts';
import type { GlanceQuestion } from '../glance-question.ts';
import { compareText } from '../../display/compare-text.ts';
import { lineKey } from '../line-key.ts';
import { nextRound } from '../next-round.ts';
import { plannedVisits } from '../planned-visits.ts';
import { daysUntil } from '../when-it-was.ts';

/** [P] Two weekly rounds ahead. */
const COMING_DAYS = 14;

/**
 * Tells what is due or planned next, the home round included: one line for the first, with the number of the others.
 */
export function coming(question: GlanceQuestion): readonly GlanceLine[] {
  const round = nextRound(question);
  const due = [...dueIn(question), ...plannedVisits(question), ...(round === null ? [] : [round])]
    .filter(({ due: by }) => {
      const days = daysUntil(by, question.today);
      return days !== null && days <= COMING_DAYS;
    })
    // `comparePartialDates` sorts newest first, so the arguments are swapped for the earliest.
    .toSorted((a, b) => comparePartialDates(b.due, a.due) || compareText(a.fact, b.fact));
  const [first, ...others] = due;
  if (first === undefined) return [];
  return [
    {
      key: lineKey(
        'coming',
        due.map(({ fact, due: by }) => `${fact}@${by}`),
      ),
      rule: 'coming',
      section: first.section,
      urgency: 'coming',
      shape: 'coming',
      lead: 'Coming',
      rest: [
        `: ${first.text}`,
        first.owner === null ? '' : `, ${first.owner}`,
        others.length === 0 ? '' : `; ${others.length} more`,
      ].join(''),
      quote: null,
      on: first.due,
      canHide: true,
    },
  ];
}
