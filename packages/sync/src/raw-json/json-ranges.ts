/** A part of a JSON text: from its first character to the one after its last. */
export interface JsonRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The value of a field of the object that begins at `at`. As in `JSON.parse`, the last of several wins. `null`: there
 * is none, or no object begins there.
 *
 * @param text valid JSON: the caller has parsed it
 */
export function fieldAt(text: string, at: number, name: string): JsonRange | null {
  if (text[at] !== '{') return null;
  let found: JsonRange | null = null;
  for (let next = skipSpace(text, at + 1); text[next] === '"';) {
    const keyEnd = endOfString(text, next);
    const from = skipSpace(text, skipSpace(text, keyEnd) + 1);
    const to = endOfValue(text, from);
    // An escaped key may spell the same name.
    if (JSON.parse(text.slice(next, keyEnd)) === name) found = { from, to };
    next = skipComma(text, to);
  }
  return found;
}

/** The items of the array that begins at `at`. Where an object stands in its place, that is the one item. */
export function itemsAt(text: string, at: number): readonly JsonRange[] {
  if (text[at] === '{') return [{ from: at, to: endOfValue(text, at) }];
  if (text[at] !== '[') return [];
  const items: JsonRange[] = [];
  for (let from = skipSpace(text, at + 1); from < text.length && text[from] !== ']';) {
    const to = endOfValue(text, from);
    items.push({ from, to });
    from = skipComma(text, to);
  }
  return items;
}

/** Where the first character stands that is no space. */
export function skipSpace(text: string, at: number): number {
  let next = at;
  while (SPACE.has(text.charCodeAt(next))) next++;
  return next;
}

/** Where the next field or item begins, or the end of its object or array. */
export function skipComma(text: string, at: number): number {
  const next = skipSpace(text, at);
  return text[next] === ',' ? skipSpace(text, next + 1) : next;
}

function endOfValue(text: string, at: number): number {
  const first = text.charCodeAt(at);
  if (first === QUOTE) return endOfString(text, at);
  if (first !== OPEN_OBJECT && first !== OPEN_ARRAY) return endOfPlain(text, at);
  let next = at;
  for (let depth = 0; next < text.length;) {
    const code = text.charCodeAt(next);
    if (code === QUOTE) {
      next = endOfString(text, next);
      continue;
    }
    next++;
    if (code === OPEN_OBJECT || code === OPEN_ARRAY) depth++;
    else if ((code === CLOSE_OBJECT || code === CLOSE_ARRAY) && --depth === 0) return next;
  }
  return next;
}

/** The end of the string whose quotation mark stands at `at`. */
export function endOfString(text: string, at: number): number {
  let end = text.indexOf('"', at + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end + 1;
}

/** The end of a number, `true`, `false` or `null`. */
export function endOfPlain(text: string, at: number): number {
  let next = at;
  while (next < text.length && !ENDS_PLAIN.has(text.charCodeAt(next))) next++;
  return next;
}

/** An odd number of backslashes before a quotation mark makes it a part of the text. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text[before - 1] === '\\') before--;
  return (at - before) % 2 === 1;
}

const codes = (characters: string) => new Set(Array.from(characters, (one) => one.charCodeAt(0)));
const SPACE = codes(' \t\n\r');
const ENDS_PLAIN = codes(' \t\n\r,]}');
const QUOTE = 0x22;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
