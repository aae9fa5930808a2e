import type { Answer, AnswerValue } from '../answer.ts';
import type { Draft } from '../draft.ts';
import { rowsOf, type Instance } from './layout.ts';
import { same } from './same.ts';

type Rows = Required<Pick<Draft, 'rows' | 'made'>>;

/** The rows with one more, or some fewer. A name is never used again: what was said of a row that is gone is of that row. */
export function withRows(
  draft: Draft,
  { key }: Pick<Instance, 'key'>,
  rows: readonly string[],
  made: number,
): Rows {
  return {
    rows: Object.fromEntries([...Object.entries(draft.rows), [key, rows]]),
    made: Object.fromEntries([...Object.entries(draft.made ?? {}), [key, made]]),
  };
}

/** The highest row that was ever made. */
export function highestRow(draft: Draft, instance: Instance): number {
  const noted =
    draft.made !== undefined && Object.hasOwn(draft.made, instance.key) ? draft.made[instance.key] : 0;
  return Math.max(noted ?? 0, ...rowsOf(draft, instance).map(Number).filter(Number.isInteger));
}

/** The rows of a question's answers. An answer that stays keeps its row, and with it the answers about it. */
export function rowsForAnswers(
  draft: Draft,
  instance: Instance,
  before: Answer | null,
  after: Answer | null,
): Rows {
  const [was, is] = [valuesOf(before), valuesOf(after)];
  const names = rowsOf(draft, instance);
  let made = highestRow(draft, instance);
  const taken = new Set<number>();
  const rows = is.map((value, i) => {
    const same = was.findIndex((old, j) => !taken.has(j) && isSame(old, value));
    // A word that was corrected in its place is the same answer.
    const there =
      was[i] !== undefined &&
      was.length === is.length &&
      value.type !== 'option' &&
      !is.some((v) => isSame(v, was[i]));
    const j = same >= 0 ? same : there && !taken.has(i) ? i : -1;
    if (j >= 0) taken.add(j);
    return names[j] ?? String((made += 1));
  });
  return withRows(draft, instance, rows, made);
}

function valuesOf(answer: Answer | null): readonly AnswerValue[] {
  return answer?.state === 'given' ? answer.values : [];
}

function isSame(a: AnswerValue | undefined, b: AnswerValue | undefined): boolean {
  return a?.type === b?.type && same(a?.value, b?.value);
}
