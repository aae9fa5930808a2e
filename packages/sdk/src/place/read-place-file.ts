import type { PlaceConfiguration } from '@ehch/clinical';
import { assessments } from '@ehch/clinical/assessment';
import { recordedTools, instruments } from '@ehch/clinical/instruments';
import { faultsOfPlace, type PlacePath } from '@ehch/clinical/place';
import { readCivilDate, type CivilDate } from '@ehch/clinical/time';
import { JsonFault, lineOf, readLines, type LinedValue } from './json-lines.ts';
import { placeShape } from './place-shape.ts';
import { shapeFaults } from './shape-fault.ts';

/** A fault of a place's file, with the line to change. */
export interface PlaceFileFault {
  /** From 1. */
  readonly line: number;
  /** What is wrong, and what to do. */
  readonly words: string;
  /** `refused`: the file is not taken into force. `warned`: it is, and somebody should look. */
  readonly weight: 'refused' | 'warned';
}

/** A place's file as it was read. */
export type PlaceFileRead =
  | { readonly state: 'good'; readonly place: PlaceConfiguration; readonly faults: readonly PlaceFileFault[] }
  | { readonly state: 'refused'; readonly faults: readonly PlaceFileFault[] };

/**
 * Reads the text of a place's file. It throws nothing: a file that is not taken says on which lines, and what to do.
 *
 * @param today judges lists that end and numbers that were checked long ago
 */
export function readPlaceFile(text: string, on: { readonly today: CivilDate }): PlaceFileRead {
  // Guard: a page without types may give what `.json()` made of the file. Its lines are gone, and so are names that stood twice.
  if (typeof text !== 'string') return { state: 'refused', faults: [NO_TEXT] };
  // Guard: without a day, no list of bank holidays would ever have ended.
  const today: unknown = (on as typeof on | undefined)?.today;
  if (typeof today !== 'string' || readCivilDate(today) === null)
    return { state: 'refused', faults: [NO_DAY] };
  const lines = linesIn(text);
  if (lines instanceof JsonFault)
    return {
      state: 'refused',
      faults: [{ line: lineOf(text, lines.at), words: lines.message, weight: 'refused' }],
    };
  const value = JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  const located = (path: PlacePath, words: string, weight: PlaceFileFault['weight']) => ({
    line: lineOf(text, positionOf(lines, path)),
    words,
    weight,
  });
  const shaped = placeShape.safeParse(value);
  if (!shaped.success) {
    const faults = shaped.error.issues.flatMap((issue) => shapeFaults(issue, valueAt(value, issue.path)));
    return {
      state: 'refused',
      faults: inOrder(faults.map(({ path, words }) => located(path, words, 'refused'))),
    };
  }
  const place: PlaceConfiguration = shaped.data;
  const known = { today, instruments: INSTRUMENTS, templates: TEMPLATES };
  const faults = inOrder(
    faultsOfPlace(place, known).map(({ path, words, weight }) => located(path, words, weight)),
  );
  return faults.some(({ weight }) => weight === 'refused')
    ? { state: 'refused', faults }
    : { state: 'good', place, faults };
}

const NO_TEXT: PlaceFileFault = {
  line: 0,
  words: 'This is not the text of a file. Give what `.text()` reads, and not what `.json()` makes of it.',
  weight: 'refused',
};

const NO_DAY: PlaceFileFault = {
  line: 0,
  words: 'Nobody said which day it is. Give the day as `today`, such as "2026-11-21".',
  weight: 'refused',
};

const INSTRUMENTS = [...instruments, ...recordedTools].map(({ id }) => id);
const TEMPLATES = [...new Set(assessments.map(({ id }) => id))];

function linesIn(text: string): LinedValue | JsonFault {
  try {
    return readLines(text);
  } catch (error) {
    if (error instanceof JsonFault) return error;
    throw error;
  }
}

/** Where a path stands, or the nearest thing above it. A name that has a value of its own counts as the place of its name. */
function positionOf(root: LinedValue, path: PlacePath): number {
  let value: LinedValue = root;
  let { at } = root;
  for (const step of path) {
    const field = typeof step === 'string' ? value.fields?.get(step) : undefined;
    const next = typeof step === 'number' ? value.items?.[step] : field?.value;
    if (next === undefined) return at;
    at = field?.nameAt ?? next.at;
    value = next;
  }
  return at;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[step] : undefined,
    value,
  );
}

/** What refuses the file first, then by line, each once: two rules may find the same. */
function inOrder(faults: readonly PlaceFileFault[]): readonly PlaceFileFault[] {
  const rank = ({ weight }: PlaceFileFault) => (weight === 'refused' ? 0 : 1);
  const once = new Map(faults.map((fault) => [JSON.stringify(fault), fault]));
  return [...once.values()].toSorted((one, other) => rank(one) - rank(other) || one.line - other.line);
}
