import { notCovered } from './not-covered.ts';

/** One token of an expression. */
export interface Token {
  readonly kind:
    'number' | 'string' | 'name' | 'quoted-name' | 'variable' | 'special' | 'date' | 'sign' | 'end';
  readonly text: string;
}

/** Stands after the last token. */
export const END: Token = { kind: 'end', text: '' };

/**
 * The tokens of the grammar, tried in this order at each position. They are one pattern, so that each
 * position is matched once.
 */
const TOKENS: readonly (readonly [kind: Token['kind'] | 'nothing', pattern: RegExp])[] = [
  ['nothing', /[ \r\n\t]+|\/\*[^]*?\*\/|\/\/[^\r\n]*/],
  ['date', /@(?:T[\d:.]+|\d{4}(?:-\d\d){0,2}(?:T[\d:.]*(?:Z|[+-]\d\d:\d\d)?)?)/],
  ['number', /\d+(?:\.\d+)?/],
  ['string', /'(?:\\[^]|[^'\\])*'/],
  ['quoted-name', /`(?:\\[^]|[^`\\])*`/],
  ['special', /\$(?:this|index|total)/],
  ['variable', /%(?:[A-Za-z_]\w*|`(?:\\[^]|[^`\\])*`|'(?:\\[^]|[^'\\])*')/],
  ['name', /[A-Za-z_]\w*/],
  ['sign', /<=|>=|!=|!~|[.[\](),*/+\-&|<>=~{}]/],
];
const TOKEN = new RegExp(TOKENS.map(([, { source }]) => `(${source})`).join('|'), 'y');

/**
 * The tokens of an expression.
 * @param names the declared variables. A name may contain a hyphen, which other programs accept and the
 * grammar reads as a minus
 */
export function tokensOf(text: string, names: readonly string[]): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const hyphened = text[at] === '%' ? names.find((each) => isNamedHere(text, at + 1, each)) : undefined;
    if (hyphened !== undefined) {
      tokens.push({ kind: 'variable', text: hyphened });
      at += hyphened.length + 1;
      continue;
    }
    const [kind, found] = next(text, at);
    at += found.length;
    if (kind !== 'nothing') tokens.push({ kind, text: plain(kind, found) });
  }
  tokens.push(END);
  return tokens;
}

/** The next token. White space and comments are `nothing`. */
function next(text: string, at: number): readonly [Token['kind'] | 'nothing', string] {
  TOKEN.lastIndex = at;
  const found = TOKEN.exec(text);
  if (found === null) return notCovered('a character outside the grammar');
  // Refused at the first position, so that the search for the end does not start again at every later one.
  if (found[0] === '/' && text.startsWith('/*', at)) return notCovered('a comment without an end');
  const [kind] = TOKENS[found.indexOf(found[0], 1) - 1] ?? ['end'];
  return [kind, found[0]];
}

function isNamedHere(text: string, at: number, name: string): boolean {
  return name.includes('-') && text.startsWith(name, at) && !/[\w-]/.test(text.charAt(at + name.length));
}

function plain(kind: Token['kind'], found: string): string {
  if (kind === 'string' || kind === 'quoted-name') return unescaped(found.slice(1, -1));
  if (kind !== 'variable') return found;
  const name = found.slice(1);
  return /^\w/.test(name) ? name : unescaped(name.slice(1, -1));
}

const ESCAPES: { readonly [letter: string]: string } = { f: '\f', n: '\n', r: '\r', t: '\t' };

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:u([\dA-Fa-f]{4})|([^]))/g, (_all, hex: string | undefined, letter: string) =>
    hex === undefined ? (ESCAPES[letter] ?? letter) : String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}
