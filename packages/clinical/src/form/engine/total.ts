import type { ItemKey } from '../answer.ts';
import { answerOf } from '../answer-of.ts';
import { evaluate, type ExpressionScope } from '../evaluate/evaluate.ts';
import type { Expression } from '../expression.ts';
import type { Total } from '../state.ts';
import type { Step } from './compile.ts';
import { nearest, type Instance } from './layout.ts';
import { isQuestion } from './is-question.ts';
import type { Reading } from './read.ts';

/** What a calculated item that is shown comes to. */
export function totalOf(
  expression: Expression,
  step: Step,
  from: Reading,
  at: Instance,
  scope: ExpressionScope,
): Total {
  if (step.circular) return { state: 'cannot-score', why: 'circular' };
  const values = evaluate(expression, scope);
  if (values === 'waiting') return { state: 'waiting' };
  if (typeof values === 'string') return { state: 'cannot-score', why: values };
  const [value] = values;
  const missing = missingOf(step, from, at);
  if (value === undefined) return { state: 'nothing', missing };
  if (values.length > 1) return { state: 'cannot-score', why: 'not-one-value' };
  if (typeof value === 'number') return { state: 'scored', value, missing };
  if (typeof value !== 'object') return { state: 'said', value, missing };
  return { state: 'said', value: value.kind === 'coding' ? value.display : value.value, missing } as Total;
}

/** The shown questions behind it that have no usable answer, through other totals too. */
function missingOf(step: Step, from: Reading, at: Instance): readonly ItemKey[] {
  const missing = new Set<ItemKey>();
  for (const [source, everywhere] of step.reads) {
    for (const { key, node } of nearest(from.layout, at, source, everywhere)) {
      if (from.hidden.has(key)) continue;
      const total = from.totals.get(key);
      if (isQuestion(node.item)) {
        if (answerOf(from, key)?.state !== 'given') missing.add(key);
      } else if (total !== undefined && 'missing' in total)
        total.missing.forEach((each) => missing.add(each));
    }
  }
  return [...missing];
}
