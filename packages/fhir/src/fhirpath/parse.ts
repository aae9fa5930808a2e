import { notCovered } from './not-covered.ts';
import { partsOf } from './parts.ts';
import type { Operator, Syntax } from './syntax.ts';
import { END, tokensOf, type Token } from './tokens.ts';

/** Operators from the loosest to the tightest, in the order of the grammar. All associate to the left. */
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
const OPERATORS = new Map<string, { op: Operator | 'is' | 'as'; n: number }>(
  LEVELS.flatMap((level, n) => level.map((op) => [op, { op, n }] as const)),
);

/** Characters. No expression in use is longer: the grand total of a form with 300 questions has 12,000. */
const LONGEST = 100_000;
/** Levels of brackets within brackets. */
const DEEPEST = 200;
/**
 * [P] Levels of the syntax tree. Three times the longest sum of any known form. Later steps go through it
 * recursively.
 */
const DEEPEST_TREE = 1000;

/** Keywords that the grammar also allows as names. */
const WORDS = new Set(['as', 'contains', 'in', 'is']);
const RESERVED = new Set(['and', 'or', 'xor', 'implies', 'div', 'mod', 'true', 'false']);

/**
 * Parses an expression.
 * @param names the declared variables, which may contain a hyphen
 * @throws {NotCovered} if the text is not FHIRPath, or too long or too deep to be meant
 */
export function parse(text: string, names: readonly string[] = []): Syntax {
  if (text.length > LONGEST) notCovered('longer than any expression in use');
  const syntax = new Parser(tokensOf(text, names)).whole();
  return isDeeper(syntax, DEEPEST_TREE) ? notCovered('too deep') : syntax;
}

/**
 * Reads the tokens of one expression once, by recursive descent, with one method for each rule of the
 * grammar.
 */
class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Syntax {
    const syntax = this.#expression(0);
    if (this.#token.kind !== 'end') notCovered('more than one expression');
    return syntax;
  }

  get #token(): Token {
    return this.#tokens[this.#at] ?? END;
  }

  #isWord(): boolean {
    return this.#token.kind === 'sign' || this.#token.kind === 'name';
  }

  #is(text: string): boolean {
    return this.#token.text === text && this.#isWord();
  }

  #take(text: string): boolean {
    const found = this.#is(text);
    if (found) this.#at += 1;
    return found;
  }

  #need(text: string): void {
    if (!this.#take(text)) notCovered(`no "${text}"`);
  }

  #goDown(): void {
    this.#depth += 1;
    if (this.#depth > DEEPEST) notCovered('too deep');
  }

  /**
   * An expression with operators of this level or tighter. Level 0 is a whole expression, as within brackets.
   */
  #expression(level: number): Syntax {
    if (level === 0) this.#goDown();
    let left = this.#signed();
    // After a type, no tighter operator may follow: the grammar requires brackets for that.
    let tightest = LEVELS.length;
    for (;;) {
      const found = this.#isWord() ? OPERATORS.get(this.#token.text) : undefined;
      if (found === undefined || found.n < level || found.n > tightest) break;
      this.#at += 1;
      const { op } = found;
      tightest = found.n;
      left =
        op === 'is' || op === 'as'
          ? { kind: 'type', op, of: left, type: this.#typeName() }
          : { kind: 'operation', op, left, right: this.#expression(found.n + 1) };
    }
    if (level === 0) this.#depth -= 1;
    return left;
  }

  #signed(): Syntax {
    const sign = this.#is('-') ? '-' : this.#is('+') ? '+' : null;
    if (sign === null) return this.#path();
    this.#at += 1;
    this.#goDown();
    const of = this.#signed();
    this.#depth -= 1;
    return { kind: 'sign', sign, of };
  }

  #path(): Syntax {
    let node = this.#term();
    for (;;) {
      if (this.#take('.')) node = this.#invocation(node);
      else if (this.#take('[')) {
        node = { kind: 'indexer', of: node, at: this.#expression(0) };
        this.#need(']');
      } else return node;
    }
  }

  #term(): Syntax {
    const { kind, text } = this.#token;
    if (this.#take('(')) {
      const inner = this.#expression(0);
      this.#need(')');
      return inner;
    }
    if (this.#take('{')) {
      this.#need('}');
      return { kind: 'empty' };
    }
    if (kind === 'number') return this.#number();
    if (kind === 'name' && (text === 'true' || text === 'false')) {
      this.#at += 1;
      return { kind: 'literal', value: text === 'true' };
    }
    if (kind !== 'string' && kind !== 'date' && kind !== 'variable') return this.#invocation(null);
    this.#at += 1;
    if (kind === 'string') return { kind: 'literal', value: text };
    return kind === 'date' ? { kind: 'other-literal', text } : { kind: 'variable', name: text };
  }

  #number(): Syntax {
    const { text } = this.#token;
    this.#at += 1;
    const { kind, text: unit } = this.#token;
    const isUnit = kind === 'string' || (kind === 'name' && CALENDAR.test(unit));
    if (!isUnit) return { kind: 'literal', value: Number(text) };
    this.#at += 1;
    return { kind: 'other-literal', text: `${text} ${kind === 'string' ? quoted(unit) : unit}` };
  }

  #invocation(of: Syntax | null): Syntax {
    const { kind, text } = this.#token;
    this.#at += 1;
    if (kind === 'special') return special(text);
    const isName = kind === 'quoted-name' || (kind === 'name' && !RESERVED.has(text));
    if (!isName || (of === null && kind === 'name' && WORDS.has(text))) return notCovered('no name');
    if (!this.#take('(')) return { kind: 'member', of, name: text };
    return { kind: 'call', of, name: text, args: this.#arguments() };
  }

  #arguments(): Syntax[] {
    const args: Syntax[] = [];
    if (this.#take(')')) return args;
    do args.push(this.#expression(0));
    while (this.#take(','));
    this.#need(')');
    return args;
  }

  #typeName(): string {
    const names: string[] = [];
    do {
      const { kind, text } = this.#token;
      if (kind !== 'name' && kind !== 'quoted-name') notCovered('no type');
      names.push(text);
      this.#at += 1;
    } while (this.#take('.'));
    return names.join('.');
  }
}

/**
 * Whether the tree is deeper than `most`. It is walked level by level, because recursion could overflow: a
 * chain of operators is as deep as it is long.
 */
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

/** A text as FHIRPath writes it, with quotation marks. */
export function quoted(text: string): string {
  const escaped = text.replace(/[\\']/g, String.raw`\$&`);
  return `'${escaped
    .replace(/\n/g, String.raw`\n`)
    .replace(/\r/g, String.raw`\r`)
    .replace(/\t/g, String.raw`\t`)}'`;
}
