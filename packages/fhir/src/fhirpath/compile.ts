import { valuesOf, type Expression } from '@ehch/clinical';
import type { OutlineItem } from '../questionnaire/outline.ts';
import { call } from './calls.ts';
import { atMostOne, expressionOf, isSingle, literal, values, type Meaning, type Place } from './meaning.ts';
import { member, topMember } from './navigate.ts';
import { notCovered } from './not-covered.ts';
import { operation } from './operations.ts';
import type { Syntax } from './syntax.ts';

/** What an expression is compiled in. */
export interface Setting extends Place {
  readonly top: readonly OutlineItem[];
  readonly byId: ReadonlyMap<string, OutlineItem>;
  /** The item whose expression or variable this is: where a path begins. `null`: the response. */
  readonly context: OutlineItem | null;
  /** `$this`, inside the brackets of `where` and its like. */
  readonly focus: Meaning | null;
  readonly variable: (name: string, from: OutlineItem | null) => Meaning;
}

/** What a part of an expression means. @throws {NotCovered} */
export function compile(syntax: Syntax, setting: Setting): Meaning {
  switch (syntax.kind) {
    case 'literal':
      return literal(syntax.value);
    case 'empty':
      return values({ op: 'nothing' });
    case 'variable':
      return variable(syntax.name, setting);
    case 'this':
      return setting.focus ?? start(setting);
    case 'member':
      return memberOf(syntax, setting);
    case 'call':
      return call(syntax, setting);
    case 'indexer':
      return call({ kind: 'call', of: syntax.of, name: 'at', args: [syntax.at] }, setting);
    case 'sign': {
      const of = expressionOf(compile(syntax.of, setting), setting);
      return values(syntax.sign === '-' ? negative(of) : of);
    }
    case 'operation':
      return operation(syntax, setting);
    case 'type':
      if (syntax.op === 'is') return notCovered('a test of type');
      return call(
        {
          kind: 'call',
          of: syntax.of,
          name: 'as',
          args: [{ kind: 'member', of: null, name: syntax.type }],
        },
        setting,
      );
    default:
      return notCovered(syntax.kind);
  }
}

/** The values of a part of an expression. */
export function compiled(syntax: Syntax, setting: Setting): Expression {
  return expressionOf(compile(syntax, setting), setting);
}

function variable(name: string, setting: Setting): Meaning {
  if (name === 'resource' || name === 'rootResource') return { kind: 'response' };
  if (name === 'questionnaire') return { kind: 'questionnaire' };
  if (name === 'context') return start(setting);
  return setting.variable(name, setting.context);
}

/** Where a path begins that names no beginning. */
function start({ context, item }: Setting): Meaning {
  // A question has all of its answers, and what is about one of them stands in that one's row.
  if (context !== item && context?.repeats === true && context.type !== 'group')
    return notCovered('a variable of a question with several answers');
  return context === null ? { kind: 'response' } : { kind: 'items', items: [context], rowwise: true };
}

function memberOf({ of, name }: Extract<Syntax, { kind: 'member' }>, setting: Setting): Meaning {
  const from = of === null ? (setting.focus ?? start(setting)) : compile(of, setting);
  return from.kind === 'response' || from.kind === 'questionnaire'
    ? topMember(from.kind, name, setting.top)
    : member(from, name, setting);
}

function negative(of: Expression): Expression {
  return of.op === 'literal' && typeof of.value === 'number'
    ? { op: 'literal', value: -of.value }
    : { op: 'negative', of };
}

/** The values that do not depend on any answer; `null`: they do. */
export function constant(expression: Expression): readonly unknown[] | null {
  // Nearly every part of a total is made of answers, and so ends where it begins.
  if (beginsWithAnswers(expression)) return null;
  const found = valuesOf(expression, { read: () => 'unsupported' });
  return typeof found === 'string' ? null : found;
}

/** Whether what is evaluated first is an answer, which cannot be known. */
function beginsWithAnswers(expression: Expression): boolean {
  let first = expression;
  for (;;) {
    if ('of' in first) first = first.of;
    else if ('left' in first) first = first.left;
    else if (first.op === 'if') first = first.test;
    else return first.op === 'answers' && first.items.length > 0;
  }
}

/** Whether an expression is one value at most where it stands. */
export function isOne(expression: Expression, setting: Setting): boolean {
  return atMostOne(expression, (id) => {
    const item = setting.byId.get(id);
    return item !== undefined && isSingle(item, true, setting);
  });
}
