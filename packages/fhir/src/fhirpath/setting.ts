import { valuesOf, type Expression } from '@ehch/clinical/form';
import type { OutlineItem } from '../questionnaire/outline.ts';
import { atMostOne, expressionOf, isSingle, type Meaning, type Place } from './meaning.ts';
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
  /** Compiles a part of the expression. It comes along here, so that no part imports the whole that it is part of. */
  readonly compile: (syntax: Syntax, setting: Setting) => Meaning;
}

/** The values of a part of an expression. */
export function compiled(syntax: Syntax, setting: Setting): Expression {
  return expressionOf(setting.compile(syntax, setting), setting);
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
