import { answerOf } from '../answer-of.ts';
import { comparable, inOrder, ordered, sameValue } from '../evaluate/compare.ts';
import { evaluate, type ExpressionScope } from '../evaluate/evaluate.ts';
import type { Condition } from '../expression.ts';
import type { FormState } from '../state.ts';
import type { CompiledForm } from './compile.ts';
import { expressionValue } from './expression-value.ts';
import { isQuestion } from './is-question.ts';
import type { Instance } from './layout.ts';

type Test = Exclude<Condition, { match: 'expression' }>['tests'][number];

interface Form extends Pick<FormState, 'draft' | 'hidden'> {
  readonly compiled: CompiledForm;
}

/** Whether an item is to be shown. What stands above it has been decided. */
export function isShown(form: Form, { parent, node }: Instance, scope: ExpressionScope): boolean {
  const { type, when } = node.item;
  if (parent !== null) {
    if (form.hidden.has(parent.key)) return false;
    // Questions about an answer have nothing to be about without one. Words are shown from the start.
    if (isQuestion(parent.node.item) && type !== 'display' && answerOf(form, parent.key)?.state !== 'given')
      return false;
  }
  if (when === undefined) return true;
  if (when.match === 'expression') {
    const values = evaluate(when.expression, scope);
    // [P] A question too many is seen, one too few is not: what cannot be evaluated hides nothing.
    if (typeof values === 'string') return values !== 'waiting';
    // Nothing is "no". What is neither yes nor no is a fault in the form (SDC), and decides nothing.
    return values.length > 1 || (values.length === 1 && values[0] !== false);
  }
  const holds = (test: Test) => passes(form.compiled, scope, test);
  return when.match === 'all' ? when.tests.every(holds) : when.tests.some(holds);
}

/** One test of FHIR R4's enableWhen. Of several answers, one that fits is enough; for `!=`, none may be equal. */
function passes(form: CompiledForm, scope: ExpressionScope, { item, operator, value }: Test): boolean {
  const values = scope.read([item], false);
  if (typeof values === 'string') return values !== 'waiting';
  if (operator === 'exists') return values.length > 0 === (value.value === true);
  const source = form.byId.get(item)?.item;
  const wanted = expressionValue(source !== undefined && isQuestion(source) ? source : null, value);
  const equal = values.some((each) => sameValue(each, wanted) === true);
  if (operator === '=') return equal;
  // R4 says "no answer has a value that is equal", and so it holds where nothing is answered.
  if (operator === '!=') return !equal;
  return values.some((each) => comparable(each, wanted) && inOrder(operator, ordered(each, wanted)));
}
