import { dueIn, type Due } from '../due.ts';
import type { GlanceLine } from '../glance-line.ts';
import type { GlanceQuestion } from '../glance-question.ts';
import { compareText } from '../../display/compare-text.ts';
import { lineKey } from '../line-key.ts';
import { overdueBy } from '../when-it-was.ts';

/** Tells of overdue tasks: one line for the one overdue longest, with the number of the others. */
export function overdue(question: GlanceQuestion): readonly GlanceLine[] {
  const late = dueIn(question)
    .filter(({ due }) => overdueBy(due, question.today) !== null)
    // A doubtful date must not hide what has surely waited longest.
    .toSorted(
      (a, b) =>
        Number(a.isDoubted === true) - Number(b.isDoubted === true) ||
        compareText(a.due, b.due) ||
        compareText(a.fact, b.fact),
    );
  const [first, ...others] = late;
  if (first === undefined) return [];
  return [
    {
      key: lineKey(
        'overdue',
        late.map(({ fact }) => fact),
      ),
      rule: 'overdue',
      section: first.section,
      urgency: 'late',
      shape: 'late',
      lead: leadOf(first, question.today),
      rest: `: ${first.text}${first.owner === null ? '' : `, ${first.owner}`}${more(others.length)}`,
      quote: null,
      on: first.due,
      canHide: false,
    },
  ];
}

/** "Overdue 3 days"; a partial due date gives no number of days. */
function leadOf({ due, isDoubted }: Due, today: string): string {
  const by = overdueBy(due, today);
  return by === null || by === '' || isDoubted === true ? 'Overdue' : `Overdue ${by}`;
}

function more(others: number): string {
  return others === 0 ? '' : `; ${others} more overdue`;
}
