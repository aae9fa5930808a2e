import type { Expression } from '@ehch/clinical/form';
import { call } from './calls.ts';
import { literal, values, type Meaning } from './meaning.ts';
import { member, topMember } from './navigate.ts';
import { notCovered } from './not-covered.ts';
import { operation } from './operations.ts';
import { compiled, type Setting } from './setting.ts';
import type { Syntax } from './syntax.ts';

/**
 * The meaning of a part of an expression.
 * @throws {NotCovered} if the form engine has no such operation
 */
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
      const of = compiled(syntax.of, setting);
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

/** `%name`: the response, the form, the context, or a variable that the form declares. */
function variable(name: string, setting: Setting): Meaning {
  if (name === 'resource' || name === 'rootResource') return { kind: 'response' };
  if (name === 'questionnaire') return { kind: 'questionnaire' };
  if (name === 'context') return start(setting);
  return setting.variable(name, setting.context);
}

/** Where a path begins that states no beginning. */
function start({ context, item }: Setting): Meaning {
  // A question has all of its answers, but items about one answer are in the row of that answer.
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

/** FHIRPath has no negative literal: -1 is the sign with the literal 1. */
function negative(of: Expression): Expression {
  return of.op === 'literal' && typeof of.value === 'number'
    ? { op: 'literal', value: -of.value }
    : { op: 'negative', of };
}
