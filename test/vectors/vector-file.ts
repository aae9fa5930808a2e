import { readFileSync } from 'node:fs';

export interface Vector {
  readonly id: string;
  readonly input: unknown;
  /** As written, numbers as {@link PrintedNumber}. */
  readonly expected: unknown;
}

export interface SubscoreVector extends Vector {
  readonly param: string;
}

export interface VectorSet {
  readonly name: string;
  readonly vectors: readonly Vector[];
  readonly subscoreVectors: readonly SubscoreVector[];
}

/** A number of the file with its own digits, because "0.10" is more precise than 0.1. */
export class PrintedNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** The file is missing, is no JSON, or has the wrong form. The message is for the person at the terminal. */
export class VectorFileError extends Error {}

/** Reads a file of `{ instruments: { name: { vectors: [{ id, input, expected }], subscoreVectors? } } }`. */
export function readVectorFile(path: string): readonly VectorSet[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new VectorFileError(
      `Cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return parseVectorFile(text, path);
}

/** The same from text. The messages use `name`. */
export function parseVectorFile(text: string, name: string): readonly VectorSet[] {
  const fail = (what: string): never => {
    throw new VectorFileError(`${name}: ${what}`);
  };
  let plain: unknown;
  let printed: unknown;
  try {
    plain = JSON.parse(text);
    printed = parsePrinted(text);
  } catch (error) {
    return fail(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const sets = isRecord(plain) ? plain['instruments'] : undefined;
  const printedSets = isRecord(printed) ? printed['instruments'] : undefined;
  if (!isRecord(sets) || !isRecord(printedSets)) return fail('no "instruments" object.');
  if (Object.keys(sets).length === 0) return fail('"instruments" is empty.');
  return Object.entries(sets).map(([set, value]) => {
    const read = (key: string) => list(value, printedSets[set], key, (what) => fail(`${set}: ${what}`));
    return { name: set, vectors: read('vectors'), subscoreVectors: read('subscoreVectors') };
  });
}

function list(
  plain: unknown,
  printed: unknown,
  key: string,
  fail: (what: string) => never,
): readonly SubscoreVector[] {
  if (!isRecord(plain) || !isRecord(printed)) return fail('is no object.');
  const values = plain[key] ?? [];
  const withDigits = printed[key] ?? [];
  if (!Array.isArray(values) || !Array.isArray(withDigits)) return fail(`"${key}" is no list.`);
  return values.map((value: unknown, index) => {
    const digits: unknown = withDigits[index];
    if (!isRecord(value) || !isRecord(digits)) return fail(`${key}[${index}] is no object.`);
    const { id, param } = value;
    if (typeof id !== 'string' || id === '') return fail(`${key}[${index}] has no id.`);
    if (!Object.hasOwn(value, 'input')) return fail(`${id} has no "input".`);
    if (!Object.hasOwn(value, 'expected')) return fail(`${id} has no "expected".`);
    return {
      id,
      input: value['input'],
      expected: digits['expected'],
      param: typeof param === 'string' ? param : '',
    };
  });
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type Reviver = (key: string, value: unknown, context?: { readonly source?: string }) => unknown;

/** JSON whose numbers keep their digits (JSON.parse source text access, Node 21 and later). */
function parsePrinted(text: string): unknown {
  const parse: (text: string, reviver: Reviver) => unknown = JSON.parse;
  return parse(text, (_, value, context) =>
    typeof value === 'number' ? new PrintedNumber(context?.source ?? String(value)) : value,
  );
}
