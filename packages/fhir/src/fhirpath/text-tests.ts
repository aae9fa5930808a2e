import { expressionOf, literal, type Meaning } from './meaning.ts';
import { notCovered } from './not-covered.ts';
import { isSafePattern } from './safe-pattern.ts';
import { compiled, constant, type Setting } from './setting.ts';
import type { Syntax } from './syntax.ts';

/**
 * [P] Characters. Known profiles allow at most 255 in a linkId, and a longer text could keep a pattern busy
 * for long.
 */
const LONGEST = 255;

/**
 * Functions of texts. They are evaluated now or not at all: their text is a linkId, and hardly ever an
 * answer.
 */
export function testOfText(name: string, of: Meaning, args: readonly Syntax[], setting: Setting): Meaning {
  const [text, ...more] = constant(expressionOf(of, setting)) ?? [];
  const [argument] = args.map((each) => constant(compiled(each, setting))?.[0]);
  if (typeof text !== 'string' || more.length > 0) return notCovered(name);
  if (name === 'lower') return literal(text.toLowerCase());
  if (name === 'upper') return literal(text.toUpperCase());
  if (typeof argument !== 'string') return notCovered(name);
  switch (name) {
    case 'startsWith':
      return literal(text.startsWith(argument));
    case 'endsWith':
      return literal(text.endsWith(argument));
    case 'contains':
      return literal(text.includes(argument));
    case 'matches':
      return isSafePattern(argument) && text.length <= LONGEST
        ? // FHIRPath N1 5.6.7: single-line mode, in which a point also matches the end of a line.
          literal(new RegExp(argument, 'su').test(text))
        : notCovered('a pattern');
    default:
      return notCovered(name);
  }
}
