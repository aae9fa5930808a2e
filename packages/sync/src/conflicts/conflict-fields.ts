import type { WaitingForPerson } from '@ehch/clinical';
import { isObject } from '@ehch/fhir';
import type { FieldEdit, FieldValue, Json, OperationPart, PathStep, Problem } from '@ehch/store';
import { valueAt } from '../raw-json/value-at.ts';
import { editsBetween } from './edits-between.ts';
import { fieldWords, rawFieldWords } from './field-words.ts';
import { edited } from './merge.ts';
import { atomOf, isPersons } from './mergeable.ts';
import { choiceOf, isOneChoice } from './one-choice.ts';
import { valueWords, type NameOf, type Said } from './value-words.ts';

type Field = WaitingForPerson['fields'][number];
export type Update = Extract<OperationPart, { op: 'update' }>;
type Conflict = Extract<Problem, { kind: 'conflict' }>;

/** The part of an operation that met somebody else's change. */
export function partInConflict(parts: readonly OperationPart[], { key }: Conflict): Update | null {
  return (
    parts.find((part): part is Update => part.op === 'update' && `${part.type}/${part.id}` === key) ?? null
  );
}

/** Whether the versions of a conflict are taken whole. */
export function isTakenWhole({ type, edits }: Update, { base, theirs }: Conflict): boolean {
  const mine = edits.map(({ to }) => JSON.stringify(to));
  return isOneChoice(type, [...mine, ...(base === null ? [] : [base]), ...(theirs === null ? [] : [theirs])]);
}

/** The choices that a person has in a conflict: the same as those of its fields. */
export function choicesOf(part: Update, conflict: Conflict): readonly string[] {
  const isWhole = isTakenWhole(part, conflict);
  return [...new Set(part.edits.map((edit) => choiceOf(isWhole, edit)))];
}

/**
 * A conflict field by field: what this person changed, with what the server has of it, and then what was changed on the
 * server alone.
 */
export function conflictFields(part: Update, conflict: Conflict, nameOf: NameOf): readonly Field[] {
  const { type, edits } = part;
  const { base, theirs } = conflict;
  const isWhole = isTakenWhole(part, conflict);
  const sideOf = (value: FieldValue | null, path: readonly PathStep[]) => said(value, path, type, nameOf);
  const mine = rowsOf(type, edits).map(({ path, own, choice }): Field => {
    const [before, after] = versions(base, own, path);
    return {
      ...named(type, path, [
        sideOf(before, path),
        sideOf(after, path),
        theirs === null ? null : sideOf(valueAt(theirs, path), path),
      ]),
      // Of a record that was deleted there is nothing left to choose from.
      ...(theirs !== null && { choice: choiceOf(isWhole, choice) }),
    };
  });
  const touched = new Set(edits.map(atomOf));
  const others = base === null || theirs === null ? [] : editsBetween(parse(base), parse(theirs));
  const alone = rowsOf(
    type,
    others.filter((edit) => isPersons(edit.path) && !touched.has(atomOf(edit))),
  );
  return [
    ...mine,
    ...alone.map(({ path }): Field => {
      const before = sideOf(valueAt(base ?? '{}', path), path);
      return {
        ...named(type, path, [before, before, sideOf(valueAt(theirs ?? '{}', path), path)]),
        isTheirsAlone: true,
      };
    }),
  ];
}

/** What a refused or held change would have changed. */
export function changedFields(part: Update, nameOf: NameOf): readonly Field[] {
  return rowsOf(part.type, part.edits).map(({ path, own }) => {
    const [before, after] = versions(null, own, path);
    return named(part.type, path, [
      said(before, path, part.type, nameOf),
      said(after, path, part.type, nameOf),
      null,
    ]);
  });
}

interface Row {
  readonly path: readonly PathStep[];
  /** The edits inside it. */
  readonly own: readonly FieldEdit[];
  readonly choice: FieldEdit;
}

/** Edits of one row or field belong together: a person reads the row, and not its parts. */
function rowsOf(type: string, edits: readonly FieldEdit[]): readonly Row[] {
  return [...Map.groupBy(edits, atomOf).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const row = first.path.slice(0, typeof first.path[1] === 'object' ? 2 : 1);
    // A field without words is shown no wider than it was changed.
    return [{ path: fieldWords(type, row) === null ? commonPath(own) : row, own, choice: first }];
  });
}

/** The path that all edits share. */
function commonPath([first, ...others]: readonly FieldEdit[]): readonly PathStep[] {
  const path = first?.path ?? [];
  const end = path.findIndex((step, at) => others.some((other) => !isSameStep(other.path[at], step)));
  return end < 0 ? path : path.slice(0, end);
}

function isSameStep(one: PathStep | undefined, other: PathStep): boolean {
  return typeof one === 'object' && typeof other === 'object' ? one.key === other.key : one === other;
}

/** The row before and after the edits. Without the version that they were made on, only whole edits can be shown. */
function versions(
  base: string | null,
  own: readonly FieldEdit[],
  path: readonly PathStep[],
): [FieldValue, FieldValue] {
  if (base !== null) {
    try {
      return [valueAt(base, path), valueAt(edited(base, own), path)];
    } catch {
      // No error of ours: the edits do not fit this version. What they say themselves is shown.
    }
  }
  const [only] = own;
  if (own.length === 1 && only !== undefined && only.path.length === path.length) return [only.from, only.to];
  return [parts(own, 'from'), parts(own, 'to')];
}

/** Several edits inside one row, as a person can read them. */
function parts(own: readonly FieldEdit[], side: 'from' | 'to'): FieldValue {
  const values = own.flatMap((edit): [string, Json][] => {
    const value = edit[side];
    return value.is === 'absent' ? [] : [[rawFieldWords(edit.path), value.value]];
  });
  return values.length === 0 ? { is: 'absent' } : { is: 'value', value: Object.fromEntries(values) };
}

function said(
  value: FieldValue | null,
  path: readonly PathStep[],
  type: string,
  nameOf: NameOf,
): Said | null {
  if (value === null || value.is === 'absent') return null;
  const [field, row] = path;
  const isPlaced = typeof row === 'object' && (field === 'telecom' || field === 'address');
  // "Telephone (home)" says already where the number rings.
  const shown = isPlaced
    ? without(value.value, field === 'telecom' ? ['system', 'use'] : ['use'])
    : value.value;
  return valueWords(shown, typeof field === 'string' ? field : '', type, nameOf);
}

function without(value: Json, keys: readonly string[]): Json {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key))) as Json;
}

function named(
  type: string,
  path: readonly PathStep[],
  [before, mine, theirs]: readonly [Said | null, Said | null, Said | null],
): Pick<Field, 'label' | 'before' | 'mine' | 'theirs' | 'asRecorded'> {
  const label = fieldWords(type, path);
  const isInWords = label !== null && [before, mine, theirs].every((each) => each === null || each.isWhole);
  return {
    label: label ?? rawFieldWords(path),
    before: before?.words ?? null,
    mine: mine?.words ?? null,
    theirs: theirs?.words ?? null,
    ...(!isInWords && { asRecorded: true }),
  };
}

const parse = (text: string): Json => JSON.parse(text) as Json;
