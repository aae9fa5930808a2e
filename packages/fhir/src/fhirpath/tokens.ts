import { notCovered } from './not-covered.ts';

export interface Token {
  readonly kind:
    'number' | 'string' | 'name' | 'quoted-name' | 'variable' | 'special' | 'date' | 'sign' | 'end';
  readonly text: string;
}

/** Tried in this order at each place. The grammar's own tokens. */
const TOKENS: readonly (readonly [kind: Token['kind'] | 'nothing', pattern: RegExp])[] = [
  ['nothing', /[ \r\n\t]+|\/\*[^]*?\*\/|\/\/[^\r\n]*/y],
  ['date', /@(?:T[\d:.]+|\d{4}(?:-\d\d){0,2}(?:T[\d:.]*(?:Z|[+-]\d\d:\d\d)?)?)/y],
  ['number', /\d+(?:\.\d+)?/y],
  ['string', /'(?:\\[^]|[^'\\])*'/y],
  ['quoted-name', /`(?:\\[^]|[^`\\])*`/y],
  ['special', /\$(?:this|index|total)/y],
  ['variable', /%(?:[A-Za-z_]\w*|`(?:\\[^]|[^`\\])*`|'(?:\\[^]|[^'\\])*')/y],
  ['name', /[A-Za-z_]\w*/y],
  ['sign', /<=|>=|!=|!~|[.[\](),*/+\-&|<>=~{}]/y],
];

/**
 * The words of an expression. `names`: variables that are declared; one of them may hold a hyphen, which other programs
 * accept and the grammar reads as a minus.
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
  return [...tokens, { kind: 'end', text: '' }];
}

function next(text: string, at: number): readonly [Token['kind'] | 'nothing', string] {
  for (const [kind, pattern] of TOKENS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return [kind, found];
    // Looked for once, and not again from each of its beginnings.
    if (kind === 'nothing' && text.startsWith('/*', at)) return notCovered('a comment without an end');
  }
  return notCovered('a character outside the grammar');
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
  return text.replace(/\\(?:u([\dA-Fa-f]{4})|([^]))/g, (_all, hex: string | undefined, letter: string) =>
    hex === undefined ? (ESCAPES[letter] ?? letter) : String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}
