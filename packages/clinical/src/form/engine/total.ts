import type { Answer, ItemKey } from '../answer.ts';
import { answerOf } from '../answer-of.ts';
import type { FormQuestion, FormTotal } from '../definition.ts';
import { evaluate, type ExpressionScope } from '../evaluate/evaluate.ts';
import type { PlainValue } from '../evaluate/value.ts';
import { precisionOf } from '../../time/partial-date.ts';
import type { Total } from '../state.ts';
import type { Step } from './compile.ts';
import { isQuestion } from './is-question.ts';
import { nearest, type Instance } from './layout.ts';
import type { Reading } from './read.ts';

/** What a calculated item that is shown comes to. */
export function totalOf(from: Reading, step: Step, at: Instance, scope: ExpressionScope): Total | undefined {
  const { item } = at.node;
  if (item.type !== 'total') return undefined;
  const values = step.circular ? 'circular' : evaluate(item.expression, scope);
  if (values === 'waiting') return { state: values };
  if (typeof values === 'string') return { state: 'cannot-score', why: values };
  if (values.length > 1) return { state: 'cannot-score', why: 'not-one-value' };
  const [value] = values;
  if (value !== undefined && !isOfKind(item.as, value)) return { state: 'cannot-score', why: 'wrong-kind' };
  if (item.as === 'integer' && value !== undefined && !Number.isInteger(value))
    return { state: 'cannot-score', why: 'not-whole' };
  const missing = missingOf(step, from, at);
  if (value === undefined) return { state: 'nothing', missing };
  if (typeof value === 'number') return { state: 'scored', value, missing };
  if (typeof value !== 'object') return { state: 'said', value, missing };
  if (value.kind !== 'coding') return { state: 'said', value: value.value, missing };
  const { system, code, display } = value;
  if (code === undefined) return { state: 'said', value: display, missing };
  const coding = { ...(system === undefined ? {} : { system }), code, display };
  return { state: 'said', value: display, missing, coding };
}

/** Whether a value is of the kind that the form asks for. What is sent is what is shown, and a text is no number. */
function isOfKind(as: FormTotal['as'], value: PlainValue): boolean {
  switch (as) {
    case undefined:
      return true;
    case 'integer':
    case 'decimal':
    case 'quantity':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'text':
      return typeof value === 'string' || (typeof value === 'object' && value.kind !== 'coding');
    case 'date':
      if (typeof value === 'string') return precisionOf(value) !== null;
      return typeof value === 'object' && value.kind === 'date';
    case 'choice':
      return typeof value !== 'boolean';
  }
}

/** The shown questions behind it that have no usable answer, through other totals too. */
function missingOf(step: Step, from: Reading, at: Instance): readonly ItemKey[] {
  const missing = [...step.reads].flatMap(([source, everywhere]) =>
    nearest(from.layout, at, source, everywhere).flatMap(({ key, node }): readonly ItemKey[] => {
      if (from.hidden.has(key)) return [];
      if (isQuestion(node.item)) return counts(node.item, answerOf(from, key)) ? [] : [key];
      const total = from.totals.get(key);
      return total !== undefined && 'missing' in total ? total.missing : [];
    }),
  );
  return [...new Set(missing)];
}

/**
 * Whether an answer is one that a total can count. [P] Of choices that have points, one that has none ("not known") is no
 * answer for it: it would pass for nought. Where several may be chosen, "none of these" often has none, and is nought.
 */
function counts(question: FormQuestion, answer: Answer | null): boolean {
  if (answer?.state !== 'given') return false;
  const { options = [], repeats } = question;
  if (repeats === true || !options.some(({ points }) => points !== undefined)) return true;
  return answer.values.every(
    (value) =>
      value.type !== 'option' || options.find((each) => each.value === value.value)?.points !== undefined,
  );
}
