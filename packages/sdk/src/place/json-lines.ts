/** A value of a JSON text that knows where it stands. */
export interface LinedValue {
  readonly at: number;
  readonly fields?: ReadonlyMap<string, LinedField>;
  readonly items?: readonly LinedValue[];
}

interface LinedField {
  /** Where the quoted name begins. */
  readonly nameAt: number;
  readonly value: LinedValue;
}

/** What breaks the form of a JSON text, and what to do about it. */
export class JsonFault extends Error {
  readonly at: number;

  constructor(at: number, words: string) {
    super(words);
    this.at = at;
  }
}

/** Deeper than any place, and far from the end of the stack. */
const DEEPEST = 60;

/**
 * Reads where each value of a JSON text stands. The browsers' own parser says only "Unexpected token", each in other words.
 *
 * @throws {JsonFault} for the first thing that is not JSON, and for a name that an object gives twice
 */
export function readLines(text: string): LinedValue {
  return new LineReader(text).whole();
}

/** The line of a position, from 1. */
export function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}

class LineReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): LinedValue {
    this.#space();
    const value = this.#value(0);
    this.#space();
    if (this.#at < this.#text.length)
      throw new JsonFault(
        this.#at,
        'The file goes on after its end. Take out what follows the last bracket.',
      );
    return value;
  }

  #value(depth: number): LinedValue {
    if (depth > DEEPEST) throw new JsonFault(this.#at, 'Too many brackets stand inside each other here.');
    const first = this.#text[this.#at];
    if (first === '{') return this.#object(depth);
    if (first === '[') return this.#array(depth);
    const at = this.#at;
    if (first === '"') this.#string();
    else this.#plain();
    return { at };
  }

  #object(depth: number): LinedValue {
    const at = this.#at++;
    const fields = new Map<string, LinedField>();
    this.#space();
    while (this.#text[this.#at] !== '}') {
      const nameAt = this.#at;
      if (this.#text[nameAt] !== '"')
        throw new JsonFault(nameAt, this.#unexpected('a name in double quotation marks, or “}”', at));
      const name = JSON.parse(this.#string()) as string;
      if (fields.has(name))
        throw new JsonFault(
          nameAt,
          `“${name}” is given twice here. Leave one, or the first counts for nothing.`,
        );
      this.#space();
      if (this.#text[this.#at] !== ':') throw new JsonFault(this.#at, `Write “:” after “${name}”.`);
      this.#at++;
      this.#space();
      fields.set(name, { nameAt, value: this.#value(depth + 1) });
      this.#separator('}', at);
    }
    this.#at++;
    return { at, fields };
  }

  #array(depth: number): LinedValue {
    const at = this.#at++;
    const items: LinedValue[] = [];
    this.#space();
    while (this.#text[this.#at] !== ']') {
      items.push(this.#value(depth + 1));
      this.#separator(']', at);
    }
    this.#at++;
    return { at, items };
  }

  /** Takes the comma between two values, or stops before the bracket that ends them. */
  #separator(end: string, opened: number): void {
    const after = this.#at;
    this.#space();
    const next = this.#text[this.#at];
    if (next === end) return;
    if (next === undefined) throw new JsonFault(after, this.#unexpected(`“,” or “${end}”`, opened));
    // The comma belongs on the line before, so that line is named.
    if (next !== ',') throw new JsonFault(after, `Write “,” at the end of this line, or “${end}” after it.`);
    const comma = this.#at++;
    this.#space();
    if (this.#text[this.#at] === end)
      throw new JsonFault(comma, `Take out the “,” before “${end}”. Nothing follows it.`);
  }

  #string(): string {
    const from = this.#at;
    for (let at = from + 1; at < this.#text.length; at++) {
      const character = this.#text[at];
      if (character === '\n') break;
      if (character === '\\') at++;
      else if (character === '"') {
        this.#at = at + 1;
        return this.#checked(from, this.#text.slice(from, at + 1));
      }
    }
    throw new JsonFault(from, 'This text has no quotation mark at its end. A text stands on one line.');
  }

  #plain(): void {
    const from = this.#at;
    const written = /[^\s,\]}:[{"]*/y;
    written.lastIndex = from;
    const text = written.exec(this.#text)?.[0] ?? '';
    if (text === '') throw new JsonFault(from, this.#unexpected('a value', from));
    this.#at = from + text.length;
    this.#checked(from, text);
  }

  /** The platform's parser judges each single value. */
  #checked(from: number, text: string): string {
    try {
      JSON.parse(text);
    } catch {
      // What was caught is the answer to a question: it is no value.
      throw new JsonFault(from, wordsOfNoValue(text));
    }
    return text;
  }

  #unexpected(wanted: string, opened: number): string {
    const found = this.#text[this.#at];
    if (found === undefined)
      return `The file ends too early. Line ${lineOf(this.#text, opened)} is not closed.`;
    if (found === '/') return 'JSON has no comments. Take this one out.';
    return `Write ${wanted} instead of “${found}”.`;
  }

  #space(): void {
    while (' \t\n\r\uFEFF'.includes(this.#text[this.#at] ?? 'x')) this.#at++;
  }
}

function wordsOfNoValue(text: string): string {
  if (text.startsWith('/')) return 'JSON has no comments. Take this one out.';
  if (text.startsWith('"')) return 'A character of this text cannot be read. Write “\\\\” for one backslash.';
  if (/^[“”'‘’]/.test(text)) return 'Use straight double quotation marks (").';
  if (/^0\d/.test(text))
    return 'A number does not begin with 0. A telephone number stands in quotation marks.';
  return `“${text.slice(0, 40)}” is no value. A text stands in double quotation marks.`;
}
