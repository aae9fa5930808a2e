import type { Expression } from '@ehch/clinical/form';
import { literal, values, type Meaning } from './meaning.ts';
import { notCovered } from './not-covered.ts';
import { compiled, constant, isOne, type Setting } from './setting.ts';
import type { Syntax } from './syntax.ts';

type Operation = Extract<Syntax, { kind: 'operation' }>;

/** `left op right` */
export function operation(syntax: Operation, setting: Setting): Meaning {
  const { op } = syntax;
  switch (op) {
    case 'and':
    case 'or':
      return shortcut(op, syntax, setting);
    case '|':
      return union(syntax, setting);
    case 'in':
      return isIn(syntax.left, syntax.right, setting);
    case 'contains':
      return isIn(syntax.right, syntax.left, setting);
    case '&':
    case '~':
    case '!~':
      return notCovered(op);
    default: {
      const [left, right] = [compiled(syntax.left, setting), compiled(syntax.right, setting)];
      return folded({ op, left, right });
    }
  }
}

/**
 * In a selection of items, a side that no answer can make true decides without the other: `linkId = 'x' and
 * …`. Elsewhere the other side counts, because it may be what cannot be scored.
 */
function shortcut(op: 'and' | 'or', syntax: Operation, setting: Setting): Meaning {
  const decides = op === 'or';
  const left = compiled(syntax.left, setting);
  const choosing = setting.focus?.kind === 'items' || setting.focus?.kind === 'definitions';
  if (!choosing) return folded({ op, left, right: compiled(syntax.right, setting) });
  if (constant(left)?.[0] === decides) return literal(decides);
  const right = compiled(syntax.right, setting);
  if (constant(right)?.[0] === decides) return literal(decides);
  return folded({ op, left, right });
}

/** A union of two sides. Items stay items, so that a path can go on from them. */
function union(syntax: Operation, setting: Setting): Meaning {
  const [left, right] = [setting.compile(syntax.left, setting), setting.compile(syntax.right, setting)];
  if (left.kind === 'items' && right.kind === 'items' && left.rowwise === right.rowwise) {
    const all = new Set([...left.items, ...right.items]);
    return { ...left, items: [...setting.byId.values()].filter((each) => all.has(each)), once: true };
  }
  return values({
    op: 'union',
    left: compiled(syntax.left, setting),
    right: compiled(syntax.right, setting),
  });
}

/** Membership in a list that the expression writes out: one equality after the other. */
function isIn(one: Syntax, list: Syntax, setting: Setting): Meaning {
  const element = compiled(one, setting);
  if (!isOne(element, setting)) return notCovered('several values in a list');
  const listed = constant(compiled(list, setting));
  if (listed === null || listed.length === 0) return notCovered('a list that is not written out');
  const tests = listed.map((value): Expression => {
    const primitive = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return primitive
      ? { op: '=', left: element, right: { op: 'literal', value } }
      : notCovered('a list of other things');
  });
  return folded(tests.reduce((left, right) => ({ op: 'or', left, right })));
}

/** An expression that no answer can change, evaluated now. */
export function folded(expression: Expression): Meaning {
  const found = constant(expression);
  if (found === null || found.length > 1) return values(expression);
  const [value] = found;
  if (value === undefined) return values({ op: 'nothing' });
  const primitive = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return primitive ? literal(value) : values(expression);
}
