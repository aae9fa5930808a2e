import { notCovered } from './not-covered.ts';
import { partsOf } from './parts.ts';
import type { Operator, Syntax } from './syntax.ts';
import { END, tokensOf, type Token } from './tokens.ts';

/** From the loosest to the tightest, as the grammar orders them. All are read from the left. */
const LEVELS: readonly (readonly (Operator | 'is' | 'as')[])[] = [
  ['implies'],
  ['or', 'xor'],
  ['and'],
  ['in', 'contains'],
  ['=', '~', '!=', '!~'],
  ['<=', '<', '>', '>='],
  ['|'],
  ['is', 'as'],
  ['+', '-', '&'],
  ['*', '/', 'div', 'mod'],
];
const OPERATORS = /* @__PURE__ */ new Map<string, { op: Operator | 'is' | 'as'; n: number }>(
  /* @__PURE__ */ LEVELS.flatMap((level, n) => level.map((op) => [op, { op, n }] as const)),
);

/** Longer than any expression in use: the grand total of a form of 300 questions has 12,000 characters. */
const LONGEST = 100_000;
/** Of brackets in brackets. */
const DEEPEST = 200;
/** [P] Three times the longest sum of the forms known. Whatever is read is later gone down step by step. */
const DEEPEST_TREE = 1000;

/** Words that the grammar lets stand for a name too. */
const WORDS = new Set(['as', 'contains', 'in', 'is']);
const RESERVED = new Set(['and', 'or', 'xor', 'implies', 'div', 'mod', 'true', 'false']);

/** Builds an expression. @throws {NotCovered} what is no FHIRPath, or is too deep to be meant. */
export function parse(text: string, names: readonly string[] = []): Syntax {
  if (text.length > LONGEST) notCovered('longer than any expression in use');
  const tokens = tokensOf(text, names);
  let at = 0;
  let depth = 0;
  const token = (): Token => tokens[at] ?? END;
  const isWord = () => token().kind === 'sign' || token().kind === 'name';
  const is = (text: string) => token().text === text && isWord();
  const take = (text: string): boolean => {
    const found = is(text);
    if (found) at += 1;
    return found;
  };
  const need = (text: string): void => {
    if (!take(text)) notCovered(`no "${text}"`);
  };

  function level(n: number): Syntax {
    depth += Number(n === 0);
    if (depth > DEEPEST) notCovered('too deep');
    let left = signed();
    // After a type nothing that binds tighter is read: the grammar has brackets for that.
    let tightest = LEVELS.length;
    for (;;) {
      const found = isWord() ? OPERATORS.get(token().text) : undefined;
      if (found === undefined || found.n < n || found.n > tightest) break;
      at += 1;
      const { op } = found;
      tightest = found.n;
      left =
        op === 'is' || op === 'as'
          ? { kind: 'type', op, of: left, type: typeName() }
          : { kind: 'operation', op, left, right: level(found.n + 1) };
    }
    depth -= Number(n === 0);
    return left;
  }

  function signed(): Syntax {
    const sign = is('-') ? '-' : is('+') ? '+' : null;
    if (sign === null) return path();
    at += 1;
    depth += 1;
    if (depth > DEEPEST) notCovered('too deep');
    const of = signed();
    depth -= 1;
    return { kind: 'sign', sign, of };
  }

  function path(): Syntax {
    let it = term();
    for (;;) {
      if (take('.')) it = invocation(it);
      else if (take('[')) {
        it = { kind: 'indexer', of: it, at: level(0) };
        need(']');
      } else return it;
    }
  }

  function term(): Syntax {
    const { kind, text } = token();
    if (take('(')) {
      const inner = level(0);
      need(')');
      return inner;
    }
    if (take('{')) {
      need('}');
      return { kind: 'empty' };
    }
    if (kind === 'number') return number();
    if (kind === 'name' && (text === 'true' || text === 'false')) {
      at += 1;
      return { kind: 'literal', value: text === 'true' };
    }
    if (kind !== 'string' && kind !== 'date' && kind !== 'variable') return invocation(null);
    at += 1;
    if (kind === 'string') return { kind: 'literal', value: text };
    return kind === 'date' ? { kind: 'other-literal', text } : { kind: 'variable', name: text };
  }

  function number(): Syntax {
    const { text } = token();
    at += 1;
    const { kind, text: unit } = token();
    const isUnit = kind === 'string' || (kind === 'name' && CALENDAR.test(unit));
    if (!isUnit) return { kind: 'literal', value: Number(text) };
    at += 1;
    return { kind: 'other-literal', text: `${text} ${kind === 'string' ? quoted(unit) : unit}` };
  }

  function invocation(of: Syntax | null): Syntax {
    const { kind, text } = token();
    at += 1;
    if (kind === 'special') return special(text);
    const named = kind === 'quoted-name' || (kind === 'name' && !RESERVED.has(text));
    if (!named || (of === null && kind === 'name' && WORDS.has(text))) return notCovered('no name');
    if (!take('(')) return { kind: 'member', of, name: text };
    const args: Syntax[] = [];
    if (!take(')')) {
      do args.push(level(0));
      while (take(','));
      need(')');
    }
    return { kind: 'call', of, name: text, args };
  }

  function typeName(): string {
    const names: string[] = [];
    do {
      const { kind, text } = token();
      if (kind !== 'name' && kind !== 'quoted-name') notCovered('no type');
      names.push(text);
      at += 1;
    } while (take('.'));
    return names.join('.');
  }

  const syntax = level(0);
  if (token().kind !== 'end') notCovered('more than one expression');
  return isDeeper(syntax, DEEPEST_TREE) ? notCovered('too deep') : syntax;
}

/** Looked at without going down itself: a chain of operators or of steps is as deep as it is long. */
function isDeeper(syntax: Syntax, most: number): boolean {
  let level: readonly Syntax[] = [syntax];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return true;
    level = level.flatMap(partsOf);
  }
  return false;
}

const CALENDAR = /^(?:year|month|week|day|hour|minute|second|millisecond)s?$/;

function special(text: string): Syntax {
  return { kind: text === '$this' ? 'this' : text === '$index' ? 'index' : 'total' };
}

/** A text as FHIRPath writes it. */
export function quoted(text: string): string {
  const escaped = text.replace(/[\\']/g, String.raw`\$&`);
  return `'${escaped
    .replace(/\n/g, String.raw`\n`)
    .replace(/\r/g, String.raw`\r`)
    .replace(/\t/g, String.raw`\t`)}'`;
}
