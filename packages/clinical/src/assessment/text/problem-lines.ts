import { answerOf } from '../../form/answer-of.ts';
import { asked, type AskedItem } from '../../form/asked.ts';
import { isQuestion } from '../../form/engine/is-question.ts';
import type { FormState } from '../../form/state.ts';
import { answerText } from '../answer-text.ts';
import { findAsked } from '../find-asked.ts';

/** At most so many problems have a line of their own. The others are counted, never dropped. */
const MOST_PROBLEMS = 6;

/** Each problem on the list with what is to be done, by whom and by when; what nobody wrote is said to be missing. */
export function problemLines(state: FormState): readonly string[] {
  const rows = (findAsked(asked(state), 'problems')?.rows ?? [])
    .filter(({ children }) => children.some(({ key }) => answerOf(state, key) !== null))
    .map(({ children }) =>
      [
        said(state, children, 'problem-name') ?? 'without a name',
        `action: ${said(state, children, 'problem-action') ?? 'none written'}`,
        `by: ${said(state, children, 'problem-owner') ?? 'nobody named'}`,
        `due: ${said(state, children, 'problem-due') ?? 'no day'}`,
      ].join('; '),
    );
  // "None" alone would deny the active problems that the assessment has recorded.
  if (rows.length === 0) return ['Problems: none has a plan in this assessment.'];
  const more = rows.length - MOST_PROBLEMS;
  return [
    ...rows.slice(0, MOST_PROBLEMS).map((row, at) => `Problem ${at + 1}: ${row}.`),
    ...(more > 0 ? [`Problems: ${more} more on the list. They are in the full text.`] : []),
  ];
}

/** The active problems by name. They are another list than that of the problems with a plan. */
export function activeProblems(state: FormState): readonly string[] {
  const rows = findAsked(asked(state), 'active')?.rows ?? [];
  return rows.flatMap(({ children }) => said(state, children, 'active-name') ?? []);
}

function said(state: FormState, row: readonly AskedItem[], id: string): string | null {
  const found = row.find(({ item }) => item.id === id);
  const answer = found === undefined ? null : answerOf(state, found.key);
  return found === undefined || answer === null || !isQuestion(found.item)
    ? null
    : answerText(found.item, answer);
}
