import type { Expression } from '@ehch/clinical/form';
import { linkIdOf } from './items-named.ts';
import {
  expressionOf,
  isSingle,
  readingOf,
  values,
  type Alternative,
  type Meaning,
  type Place,
  type Places,
} from './meaning.ts';
import { notCovered } from './not-covered.ts';
import { parse } from './parse.ts';
import { IS_NUMBER } from './print.ts';
import { compiled, constant, isOne, type Setting } from './setting.ts';
import type { Syntax } from './syntax.ts';
import { unparse } from './unparse.ts';

const IS_NUMBER_PARSED = unparse(parse(IS_NUMBER));

/** `of.where(criteria)` */
export function where(of: Meaning, criteria: Syntax, setting: Setting): Meaning {
  switch (of.kind) {
    case 'items':
    case 'definitions': {
      // Nearly every criterion selects a linkId, in each step of each path, so it is recognised without
      // compiling it.
      const id = linkIdOf(criteria);
      if (id !== null) return { ...of, items: of.items.filter((each) => each.id === id) };
      return { ...of, items: of.items.filter((each) => holds({ ...of, items: [each] }, criteria, setting)) };
    }
    case 'answers':
    case 'answer-values':
      if (of.kind === 'answer-values' && unparse(criteria) === IS_NUMBER_PARSED)
        return values({ op: 'to-number', of: expressionOf(of, setting) });
      return alternatives(of, setting, (one, single) => guarded(one, criteria, setting, single));
    case 'values': {
      if (unparse(criteria) === IS_NUMBER_PARSED) return values({ op: 'to-number', of: of.expression });
      const test = compiled(criteria, { ...setting, focus: of });
      return isOne(of.expression, setting)
        ? values({ op: 'if', test, then: of.expression, else: { op: 'nothing' } })
        : notCovered('a choice among values');
    }
    case 'options':
      return { ...of, kind: 'chosen-option', ...chosen(of.item, criteria, { ...setting, focus: of }) };
    case 'chosen-extensions':
      return {
        kind: 'score',
        item: of.item,
        inCoding: of.inCoding,
        url: urlIn(criteria, { ...setting, focus: of }),
      };
    default:
      return notCovered(`a choice among ${of.kind}`);
  }
}

/** Whether a criterion about linkIds alone is true of one item. */
function holds(one: Meaning, criteria: Syntax, setting: Setting): boolean {
  const found = constant(compiled(criteria, { ...setting, focus: one }));
  return found === null ? notCovered('a choice of items by their answers') : found[0] === true;
}

/** One place with its test. `null`: the test is false for every answer. */
function guarded(one: Places, criteria: Syntax, setting: Setting, single: boolean): Alternative | null {
  const test = compiled(criteria, { ...setting, focus: one });
  const found = constant(test);
  if (found !== null) return found[0] === true ? { test: null, meaning: one } : null;
  return single ? { test, meaning: one } : notCovered('a choice among the answers to one question');
}

/** `of.select(projection)` */
export function select(of: Meaning, projection: Syntax, setting: Setting): Meaning {
  if (of.kind === 'values') {
    if (!isOne(of.expression, setting)) return notCovered('a projection of several values');
    // An empty list has nothing to project, whatever the projection.
    const then = compiled(projection, { ...setting, focus: of });
    return values({ op: 'if', test: { op: 'exists', of: of.expression }, then, else: { op: 'nothing' } });
  }
  if (of.kind !== 'answers' && of.kind !== 'answer-values') return notCovered(`a projection of ${of.kind}`);
  return alternatives(of, setting, (one, single) => {
    const meaning = setting.compile(projection, { ...setting, focus: one });
    const linear = meaning.kind !== 'values' || isLinear(meaning.expression);
    if (!single && !linear) return notCovered('a projection of several answers');
    return { test: single && !linear ? exists(one, setting) : null, meaning };
  });
}

/** `of.all(criteria)` */
export function all(of: Meaning, criteria: Syntax, setting: Setting): Meaning {
  if (of.kind !== 'answers' && of.kind !== 'answer-values') return notCovered(`all of ${of.kind}`);
  const yes: Expression = { op: 'literal', value: true };
  const no: Expression = { op: 'literal', value: false };
  const tests = of.items.map((item): Expression => {
    const one: Places = { ...of, items: [item] };
    if (!isSingle(item, of.rowwise, setting)) return notCovered('all answers to one question');
    const test = compiled(criteria, { ...setting, focus: one });
    return { op: 'if', test: exists(one, setting), then: { op: 'if', test, then: yes, else: no }, else: yes };
  });
  return values(tests.reduce<Expression>((left, right) => ({ op: 'and', left, right }), yes));
}

/** Each item as a place of its own, because a test may differ between them. */
function alternatives(
  of: Places,
  place: Place,
  each: (one: Places, single: boolean) => Alternative | null,
): Meaning {
  const found = of.items.map((item) => each({ ...of, items: [item] }, isSingle(item, of.rowwise, place)));
  return { kind: 'alternatives', of: found.filter((one) => one !== null) };
}

function exists(one: Places, place: Place): Expression {
  return { op: 'exists', of: readingOf(one, place) };
}

/** Whether an operation on several answers gives the results of each, one after the other. */
function isLinear(expression: Expression): boolean {
  if (expression.op === 'points' || expression.op === 'code' || expression.op === 'text')
    return isLinear(expression.of);
  return expression.op === 'answers';
}

/**
 * `valueCoding.code = %resource…answer.valueCoding.code`: selects the option that answers the question
 * itself.
 */
function chosen(
  item: Extract<Meaning, { kind: 'definitions' }>['items'][number],
  criteria: Syntax,
  setting: Setting,
): { readonly inCoding: boolean } {
  if (criteria.kind !== 'operation' || criteria.op !== '=') return notCovered('a choice among options');
  const sides = [setting.compile(criteria.left, setting), setting.compile(criteria.right, setting)];
  const codes = sides.find((each) => each.kind === 'option-codes');
  const answer = sides.find((each) => each.kind === 'values');
  const own: Expression = { op: 'code', of: { op: 'answers', items: [item.id] } };
  const same = answer?.kind === 'values' && JSON.stringify(answer.expression) === JSON.stringify(own);
  // With several answers the two sides are never equal.
  if (codes === undefined || !same || !isSingle(item, false, setting))
    return notCovered('a choice among options');
  return { inCoding: setting.focus?.kind === 'options' && setting.focus.inCoding };
}

function urlIn(criteria: Syntax, setting: Setting): string {
  if (criteria.kind !== 'operation' || criteria.op !== '=') return notCovered('a choice among extensions');
  const isUrl = (side: Syntax) => side.kind === 'member' && side.of === null && side.name === 'url';
  const other = isUrl(criteria.left) ? criteria.right : isUrl(criteria.right) ? criteria.left : null;
  const url = other === null ? null : constant(compiled(other, setting))?.[0];
  return typeof url === 'string' ? url : notCovered('a choice among extensions');
}
