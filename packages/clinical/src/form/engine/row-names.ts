import type { Answer, AnswerValue, ItemKey } from '../answer.ts';
import type { Draft } from '../draft.ts';
import { rowsOf, subtree, type Instance } from './layout.ts';
import { same } from './same.ts';

/** Rows by name, and the highest that was ever made. */
export interface RowNames {
  readonly names: readonly string[];
  readonly made: number;
}

/** The draft with these rows of an item. What was said in a row that is gone goes with it. */
export function withRows(draft: Draft, instance: Instance, { names, made }: RowNames): Draft {
  const { key, rows, children } = instance;
  const out = children.filter((child) => !names.includes(child.rows[rows.length] ?? ''));
  const gone = new Set(out.flatMap(subtree).map((each) => each.key));
  const left = <T>(of: Readonly<Record<ItemKey, T>> = {}, ...more: readonly (readonly [ItemKey, T])[]) =>
    Object.fromEntries([...Object.entries(of).filter(([each]) => !gone.has(each)), ...more]);
  return {
    ...draft,
    answers: left(draft.answers),
    rows: left(draft.rows, [key, names]),
    made: left(draft.made, [key, made]),
  };
}

/** A name is never used again: what somebody else says of a row that is gone is not of a new one. */
export function highestRow(draft: Draft, instance: Instance): number {
  const made =
    draft.made !== undefined && Object.hasOwn(draft.made, instance.key) ? draft.made[instance.key] : 0;
  return Math.max(made ?? 0, ...rowsOf(draft, instance).map(Number).filter(Number.isInteger));
}

/** The rows of a question's answers. An answer that stays keeps its row, and with it what was answered about it. */
export function rowsForAnswers(
  draft: Draft,
  instance: Instance,
  before: Answer | null,
  after: Answer | null,
): RowNames {
  const [was, is] = [valuesOf(before), valuesOf(after)];
  const old = rowsOf(draft, instance);
  const taken = new Set<number>();
  let made = highestRow(draft, instance);
  const kept = is.map((value) => {
    const i = was.findIndex((each, j) => !taken.has(j) && isSame(each, value));
    taken.add(i);
    return i;
  });
  const names = kept.map((j, i) => {
    // What was written anew in its place is the same answer, corrected; another option is another answer.
    const corrected = was.length === is.length && is[i]?.type !== 'option' && !taken.has(i);
    return (j >= 0 ? old[j] : corrected ? old[i] : undefined) ?? String((made += 1));
  });
  return { names, made };
}

function valuesOf(answer: Answer | null): readonly AnswerValue[] {
  return answer?.state === 'given' ? answer.values : [];
}

function isSame(a: AnswerValue, b: AnswerValue): boolean {
  return a.type === b.type && same(a.value, b.value);
}
