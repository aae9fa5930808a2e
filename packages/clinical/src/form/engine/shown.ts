import { answerOf } from '../answer-of.ts';
import { comparable, ordered, sameValue } from '../evaluate/compare.ts';
import { evaluate, type ExpressionScope } from '../evaluate/evaluate.ts';
import type { ExpressionValue } from '../evaluate/value.ts';
import type { Condition } from '../expression.ts';
import type { CompiledForm } from './compile.ts';
import { expressionValue } from './expression-value.ts';
import type { Instance } from './layout.ts';
import { isQuestion } from './is-question.ts';
import type { Reading } from './read.ts';

type Test = Exclude<Condition, { match: 'expression' }>['tests'][number];

/** Whether an item is to be shown. What stands above it has been decided. */
export function isShown(form: CompiledForm, from: Reading, at: Instance, scope: ExpressionScope): boolean {
  const { parent, node } = at;
  if (parent !== null && (from.hidden.has(parent.key) || waitsForAnswer(from, at))) return false;
  const { when } = node.item;
  if (when === undefined) return true;
  if (when.match === 'expression') {
    const values = evaluate(when.expression, scope);
    // [P] A question too many is seen, one too few is not: what cannot be evaluated hides nothing.
    if (typeof values === 'string') return values !== 'waiting';
    return values.length === 1 && values[0] === true;
  }
  const holds = (test: Test) => passes(form, scope, test);
  return when.match === 'all' ? when.tests.every(holds) : when.tests.some(holds);
}

/** Questions about an answer have nothing to be about without one. Words are shown from the start. */
function waitsForAnswer({ draft }: Reading, { parent, node }: Instance): boolean {
  if (parent === null || !isQuestion(parent.node.item) || node.item.type === 'display') return false;
  return answerOf({ draft }, parent.key)?.state !== 'given';
}

/** One test of FHIR R4's enableWhen. Of several answers, one that fits is enough; for `!=`, none may be equal. */
function passes(form: CompiledForm, scope: ExpressionScope, { item, operator, value }: Test): boolean {
  const values = scope.read(item, false);
  if (typeof values === 'string') return values !== 'waiting';
  if (operator === 'exists') return values.length > 0 === (value.value === true);
  const source = form.byId.get(item)?.item;
  const wanted = expressionValue(source !== undefined && isQuestion(source) ? source : null, value);
  // R4 says "no answer has a value that is equal", and so it holds where nothing is answered.
  if (operator === '!=') return !values.some((each) => sameValue(each, wanted) === true);
  return values.some((each) =>
    operator === '=' ? sameValue(each, wanted) === true : fits(each, operator, wanted),
  );
}

function fits(value: ExpressionValue, operator: '>' | '<' | '>=' | '<=', wanted: ExpressionValue): boolean {
  const order = comparable(value, wanted) ? ordered(value, wanted) : undefined;
  if (order === undefined) return false;
  if (operator === '>') return order > 0;
  if (operator === '<') return order < 0;
  return operator === '>=' ? order >= 0 : order <= 0;
}
