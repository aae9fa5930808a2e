import { expressionOf, literal, type Meaning } from './meaning.ts';
import { notCovered } from './not-covered.ts';
import { isSafePattern } from './safe-pattern.ts';
import { compiled, constant, type Setting } from './setting.ts';
import type { Syntax } from './syntax.ts';

/** [P] A linkId has 255 characters at most by the profiles known; a longer text could keep a pattern busy for long. */
const LONGEST = 255;

/** Functions of texts. They are worked out now, or not at all: of a linkId, hardly ever of an answer. */
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
        ? // FHIRPath N1 5.6.7: in single-line mode, so that a point is any letter, and the end of a line too.
          literal(new RegExp(argument, 'su').test(text))
        : notCovered('a pattern');
    default:
      return notCovered(name);
  }
}
