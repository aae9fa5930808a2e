import { answerOf } from '../form/answer-of.ts';
import type { Answer, ItemKey } from '../form/answer.ts';
import { asked, type AskedItem } from '../form/asked.ts';
import { openForm } from '../form/open.ts';
import type { FormState } from '../form/state.ts';
import { usedScores } from './is-used.ts';
import { saysTheSame } from './same-answer.ts';
import { sameResident } from './same-resident.ts';
import { scoreChanges, type ScoreChange } from './score-changes.ts';
import type { FinishedAssessment } from './types.ts';

/** What became of one answer since the last assessment. */
export interface AnswerChange {
  /** Of a row that is no longer there, its key in the last assessment. */
  readonly key: ItemKey;
  readonly item: string;
  readonly state: 'changed' | 'new' | 'no-longer-answered' | 'same';
  readonly before: Answer | null;
  readonly now: Answer | null;
}

export interface AssessmentChanges {
  /** Every question that is answered in one of the two, in the order of the form. */
  readonly answers: readonly AnswerChange[];
  readonly scores: readonly ScoreChange[];
  /** Answers of the last assessment that this form has no place for. They are not "no longer answered". */
  readonly noPlace: readonly ItemKey[];
}

/**
 * What is otherwise than in the last assessment, answer by answer and score by score. "Not assessed" now, where there was
 * an answer, is no longer answered.
 *
 * Rows of a list are compared whole: a row that says the same is the same row wherever it stands; any other is one that
 * went or one that came, because nothing tells which became which.
 *
 * @throws {EhchError} `bad-argument` where the last assessment is of another resident or form.
 */
export function changesBetween(last: FinishedAssessment, state: FormState): AssessmentChanges {
  sameResident(last, state);
  const before = openForm(state.form, last.draft);
  const answers = compare({ state: before, items: asked(before) }, { state, items: asked(state) });
  return {
    answers,
    scores: scoreChanges(last.scores, usedScores(state)),
    noPlace: (before.draft.setAside ?? []).map(({ key }) => key),
  };
}

interface Side {
  readonly state: FormState;
  readonly items: readonly AskedItem[];
}

function compare(before: Side, now: Side): readonly AnswerChange[] {
  const ids = [...new Set([...now.items, ...before.items].map(({ item }) => item.id))];
  return ids.flatMap((id) => {
    const [old, current] = [before, now].map(({ items }) => items.find(({ item }) => item.id === id));
    const own = changeOf(
      id,
      old === undefined ? null : { key: old.key, answer: answerOf(before.state, old.key) },
      current === undefined ? null : { key: current.key, answer: answerOf(now.state, current.key) },
    );
    const under = compare(
      { ...before, items: old?.children ?? [] },
      { ...now, items: current?.children ?? [] },
    );
    return [...own, ...under, ...compareRows(before, old, now, current)];
  });
}

interface Found {
  readonly key: ItemKey;
  readonly answer: Answer | null;
}

function changeOf(item: string, old: Found | null, current: Found | null): readonly AnswerChange[] {
  const before = old?.answer ?? null;
  const now = current?.answer ?? null;
  // Nobody gave an answer then, and nobody has been asked yet: nothing is known to be otherwise.
  if (before?.state !== 'given' && now === null) return [];
  const key = current?.key ?? old?.key ?? item;
  return [{ key, item, state: stateOf(before, now), before, now }];
}

function stateOf(before: Answer | null, now: Answer | null): AnswerChange['state'] {
  if (saysTheSame(before, now)) return 'same';
  const [was, is] = [before?.state === 'given', now?.state === 'given'];
  if (was && !is) return 'no-longer-answered';
  return (is && !was) || before === null ? 'new' : 'changed';
}

function compareRows(
  before: Side,
  old: AskedItem | undefined,
  now: Side,
  current: AskedItem | undefined,
): readonly AnswerChange[] {
  const rowsOf = ({ state }: Side, list: AskedItem | undefined) =>
    (list?.rows ?? []).map(({ children }) => ({ children, text: contentOf(state, children) }));
  const gone = rowsOf(before, old);
  const came = rowsOf(now, current).filter(({ text }) => {
    const at = gone.findIndex((each) => each.text === text);
    if (at < 0) return true;
    gone.splice(at, 1);
    return false;
  });
  return [
    ...gone.flatMap(({ children }) => compare({ ...before, items: children }, { ...now, items: [] })),
    ...came.flatMap(({ children }) => compare({ ...before, items: [] }, { ...now, items: children })),
  ];
}

/** What a row says, without who said it and when. */
function contentOf(state: FormState, items: readonly AskedItem[]): string {
  return JSON.stringify(
    items.map(({ item, key, children, rows = [] }) => {
      const answer = answerOf(state, key);
      const said = answer?.state === 'given' ? answer.values : answer?.state;
      return [item.id, said, contentOf(state, children), rows.map((row) => contentOf(state, row.children))];
    }),
  );
}
