import type { Expression } from '@ehch/clinical/form';
import type { Outline, OutlineItem } from '../questionnaire/outline.ts';
import { lineage } from '../questionnaire/outline.ts';
import { compile } from './compile.ts';
import { inlined, type Declared, type Find } from './inline.ts';
import { itemsNamed } from './items-named.ts';
import { expressionOf, type Meaning, type Place } from './meaning.ts';
import { NotCovered, notCovered } from './not-covered.ts';
import { parse } from './parse.ts';
import { bounded } from './size.ts';
import { unparse } from './unparse.ts';
import type { Setting } from './setting.ts';
import type { Syntax } from './syntax.ts';

/** The language code of FHIRPath in an Expression. */
export const FHIRPATH = 'text/fhirpath';

/** An expression as a Questionnaire has it. */
export interface WrittenExpression {
  readonly language: string;
  readonly text: string;
}

/** A named expression, and the item that declares it. `null`: the form declares it. */
export interface Variable extends WrittenExpression {
  readonly name: string;
  readonly at: OutlineItem | null;
}

/**
 * An expression of an item, or of the form (`null`), in the operations of the form engine. Whatever they do
 * not cover is `foreign`, with its variables written into it, so that an evaluator needs nothing but the
 * response.
 */
export function readExpression(
  { language, text }: WrittenExpression,
  place: Place,
  outline: Outline,
  variables: readonly Variable[],
): Expression {
  // A language or a syntax that is not known here leaves everything to an evaluator.
  const foreign = (all: string, items: readonly string[] | null): Expression => {
    return { op: 'foreign', language, text: all, items };
  };
  if (language !== FHIRPATH) return foreign(text, null);
  const names = variables.map(({ name }) => name);
  const syntax = attempt(() => parse(text, names));
  if (syntax === null) return foreign(text, null);
  const find = finder(variables, names);
  const own = attempt(() => ownExpression(syntax, place, outline, find));
  if (own !== null) return own;
  const whole = attempt(() => {
    const alone = inlined(syntax, place.item, find);
    return { all: namesAny(syntax, names) ? unparse(alone) : text, items: itemsNamed(alone, outline.byId) };
  });
  return whole === null ? foreign(text, null) : foreign(whole.all, whole.items);
}

/**
 * The expression in the engine's operations.
 * @throws {NotCovered} if it says anything that they cannot
 */
function ownExpression(syntax: Syntax, place: Place, outline: Outline, find: Find): Expression {
  const known = new Map<Declared, Meaning | null>();
  const setting: Setting = {
    ...place,
    top: outline.items,
    byId: outline.byId,
    context: place.item,
    focus: null,
    compile,
    variable: (name, from) => {
      const found = find(name, from) ?? notCovered(`%${name}`);
      const meaning = known.get(found);
      // `null`: the variable is being read right now, so it depends on itself.
      if (meaning === null) return notCovered('a variable made of itself');
      if (meaning !== undefined) return meaning;
      known.set(found, null);
      const read = compile(found.syntax, { ...setting, context: found.at });
      known.set(found, read);
      return read;
    },
  };
  return bounded(expressionOf(compile(syntax, setting), setting));
}

/** The nearest declaration counts: that of the item itself, then of the items around it, then of the form. */
function finder(variables: readonly Variable[], names: readonly string[]): Find {
  const read = new Map<Variable, Declared | null>();
  return (name, from) => {
    for (const at of [...lineage(from), null]) {
      const variable = variables.find((each) => each.name === name && each.at === at);
      if (variable === undefined) continue;
      const known = read.get(variable);
      if (known !== undefined) return known;
      const syntax = variable.language === FHIRPATH ? attempt(() => parse(variable.text, names)) : null;
      const found = syntax === null ? null : { syntax, at };
      read.set(variable, found);
      return found;
    }
    return null;
  };
}

function namesAny(syntax: Syntax, names: readonly string[]): boolean {
  const found = JSON.stringify(syntax);
  return names.some((each) => found.includes(`"kind":"variable","name":${JSON.stringify(each)}`));
}

/** The result, or `null` for an expression that is not covered. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof NotCovered) return null;
    // A few variables within bounds can still unfold to more than the stack holds. Nobody means such an
    // expression.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
