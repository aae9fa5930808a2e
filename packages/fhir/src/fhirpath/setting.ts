import { valuesOf, type Expression } from '@ehch/clinical/form';
import type { OutlineItem } from '../questionnaire/outline.ts';
import { atMostOne, expressionOf, isSingle, type Meaning, type Place } from './meaning.ts';
import type { Syntax } from './syntax.ts';

/** What is needed to compile an expression. */
export interface Setting extends Place {
  readonly top: readonly OutlineItem[];
  readonly byId: ReadonlyMap<string, OutlineItem>;
  /** The item with the expression or the variable, where a path begins. `null`: the response. */
  readonly context: OutlineItem | null;
  /** `$this`, within the brackets of `where` and similar functions. */
  readonly focus: Meaning | null;
  readonly variable: (name: string, from: OutlineItem | null) => Meaning;
  /**
   * Compiles a part of the expression. It is passed along here, so that no part imports the whole that it
   * belongs to.
   */
  readonly compile: (syntax: Syntax, setting: Setting) => Meaning;
}

/** The values of a part of an expression. */
export function compiled(syntax: Syntax, setting: Setting): Expression {
  return expressionOf(setting.compile(syntax, setting), setting);
}

/** The values that no answer can change. `null`: they depend on answers. */
export function constant(expression: Expression): readonly unknown[] | null {
  // Nearly every part of a total starts with answers, so the evaluation would end at once.
  if (beginsWithAnswers(expression)) return null;
  const found = valuesOf(expression, { read: () => 'unsupported' });
  return typeof found === 'string' ? null : found;
}

/** Whether the first value to evaluate is an answer, which is not known yet. */
function beginsWithAnswers(expression: Expression): boolean {
  let first = expression;
  for (;;) {
    if ('of' in first) first = first.of;
    else if ('left' in first) first = first.left;
    else if (first.op === 'if') first = first.test;
    else return first.op === 'answers' && first.items.length > 0;
  }
}

/** Whether an expression gives at most one value in its place. */
export function isOne(expression: Expression, setting: Setting): boolean {
  return atMostOne(expression, (id) => {
    const item = setting.byId.get(id);
    return item !== undefined && isSingle(item, true, setting);
  });
}
