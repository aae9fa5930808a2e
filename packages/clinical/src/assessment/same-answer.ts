import type { Answer, AnswerValue } from '../form/answer.ts';

/** Whether two answers say the same, whoever gave them and when. */
export function saysTheSame(a: Answer | null, b: Answer | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.state === 'given') return b.state === 'given' && sameValues(a.values, b.values);
  return a.state === b.state && (a.reason ?? '') === (b.reason ?? '');
}

/** Choices in another order are the same choices. What was typed in another unit is the same value. */
function sameValues(a: readonly AnswerValue[], b: readonly AnswerValue[]): boolean {
  const plain = (values: readonly AnswerValue[]) =>
    values
      .map((value) => JSON.stringify([value.type, value.value, 'unit' in value ? value.unit : null]))
      .sort();
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}
