import type { WaitingForPerson } from '@ehch/clinical';
import { isObject } from '@ehch/fhir';
import type { FieldEdit, FieldValue, Json, OperationPart, PathStep, Problem } from '@ehch/store';
import { valueAt } from '../raw-json/value-at.ts';
import { editsBetween } from './edits-between.ts';
import { fieldWords, rawFieldWords } from './field-words.ts';
import { edited, same } from './merge.ts';
import { atomOf, isPersons } from './mergeable.ts';
import { choiceOf, isOneChoice, isStamp } from './one-choice.ts';
import { asRecorded, valueWords, type NameOf, type Said } from './value-words.ts';

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
function isTakenWhole({ type, edits }: Update, conflict: Conflict): boolean {
  const mine = edits.map(({ to }) => JSON.stringify(to));
  return isOneChoice(type, [...mine, ...versionsIn(conflict)]);
}

function versionsIn({ base, theirs }: Conflict): readonly string[] {
  return [base, theirs].filter((text) => text !== null);
}

/** The edits about which a person decides. Who wrote it last, and when, goes with them. */
function ofPerson({ type, edits }: Update, conflict: Conflict): readonly FieldEdit[] {
  return edits.filter((edit) => !isStamp(type, edit, versionsIn(conflict)) && !isKept(edit, conflict.theirs));
}

/** Whether an edit only compares what was seen, and the server still says that. */
function isKept({ path, from, to }: FieldEdit, theirs: string | null): boolean {
  return same(from, to) && (theirs === null || same(valueAt(theirs, path), to));
}

/** The choices that a person has in a conflict: the same as those of its fields. */
export function choicesOf(part: Update, conflict: Conflict): readonly string[] {
  const isWhole = isTakenWhole(part, conflict);
  return [...new Set(ofPerson(part, conflict).map((edit) => choiceOf(isWhole, edit)))];
}

/**
 * What a person's own version means on the server's: the edits that make it. Of a resource that is taken whole it is the whole
 * version, so that what the server alone has changed goes as well. `null`: the version before both is lost, so nobody can tell.
 */
export function mineOnTheirs(
  part: Update,
  conflict: Conflict,
  takes: (choice: string) => boolean,
): readonly FieldEdit[] | null {
  const { base, theirs } = conflict;
  if (theirs === null) return null;
  const isWhole = isTakenWhole(part, conflict);
  const over = (edit: FieldEdit): FieldEdit => ({ ...edit, from: valueAt(theirs, edit.path) });
  if (!isWhole || isVoiding(part))
    return part.edits
      .filter((edit) => isStamp(part.type, edit, versionsIn(conflict)) || takes(choiceOf(isWhole, edit)))
      .map(over);
  if (base === null) return null;
  return editsBetween(parse(theirs), parse(edited(base, part.edits))).filter(({ path }) => isPersons(path));
}

/** Whether it only says that a record is a mistake. That holds for whatever stands there by now. */
function isVoiding({ edits }: Update): boolean {
  return edits.some(
    ({ path, to }) => path.length === 1 && path[0] === 'status' && to.is === 'value' && to.value === MISTAKEN,
  );
}

const MISTAKEN = 'entered-in-error';

/**
 * A conflict field by field: what this person changed, with what the server has of it, and what was changed on the server
 * alone. Empty: the two versions cannot be told apart.
 */
export function conflictFields(part: Update, conflict: Conflict, nameOf: NameOf): readonly Field[] {
  const { type } = part;
  const edits = ofPerson(part, conflict);
  const { base, theirs } = conflict;
  const isWhole = isTakenWhole(part, conflict);
  const takesAll = isWhole && !isVoiding(part);
  // Guard: who cannot see what the server alone has changed may not send a whole version over it.
  if (takesAll && base === null && theirs !== null) return [];
  const theirsAt = (path: readonly PathStep[]) => (theirs === null ? null : valueAt(theirs, path));
  const mine = rowsOf(type, edits).map(({ path, own, choice }): Field => {
    const [before, after] = versions(base, own, path);
    return {
      ...told(type, path, [before, after, theirsAt(path)], nameOf),
      // Of a record that was deleted there is nothing left to choose from.
      ...(theirs !== null && { choice: choiceOf(isWhole, choice) }),
    };
  });
  const alone = theirsAlone(part, conflict).map(({ path, choice }): Field => {
    const before = valueAt(base ?? '{}', path);
    return {
      ...told(type, path, [before, before, theirsAt(path)], nameOf),
      ...(takesAll ? { choice: choiceOf(true, choice) } : { isTheirsAlone: true }),
    };
  });
  return [...mine, ...alone];
}

/** What somebody else has changed and this person has not. */
function theirsAlone({ type, edits }: Update, { base, theirs }: Conflict): readonly Row[] {
  if (theirs === null) return [];
  const touched = new Set(edits.map(atomOf));
  const others = base === null ? alwaysTold(theirs) : editsBetween(parse(base), parse(theirs));
  return rowsOf(
    type,
    others.filter(
      (edit) => isPersons(edit.path) && !touched.has(atomOf(edit)) && !isStamp(type, edit, [theirs]),
    ),
  );
}

/** Fields that tell whose record it is and whether it still counts, where nobody knows any more what it was before. */
const ALWAYS_TOLD = ['status', 'verificationStatus', 'subject', 'patient', 'for', 'beneficiary'];

function alwaysTold(theirs: string): readonly FieldEdit[] {
  return ALWAYS_TOLD.map((name): FieldEdit => ({
    path: [name],
    from: { is: 'absent' },
    to: valueAt(theirs, [name]),
  })).filter(({ to }) => to.is === 'value');
}

/** What a refused or held change would have changed. */
export function changedFields(part: Update, nameOf: NameOf): readonly Field[] {
  const changes = part.edits.filter((edit) => !isKept(edit, null));
  return rowsOf(part.type, changes).map(({ path, own }) => {
    const [before, after] = versions(null, own, path);
    return told(part.type, path, [before, after, null], nameOf);
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
  // An empty list would be a blank, which could be anything.
  if (value === null || value.is === 'absent' || isEmpty(value.value)) return null;
  const [field, row] = path;
  const isPlaced = typeof row === 'object' && (field === 'telecom' || field === 'address');
  // "Telephone (home)" says already where the number rings.
  const shown = isPlaced
    ? without(value.value, field === 'telecom' ? ['system', 'use'] : ['use'])
    : value.value;
  return valueWords(shown, typeof field === 'string' ? field : '', type, nameOf);
}

function isEmpty(value: Json): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0);
}

function without(value: Json, keys: readonly string[]): Json {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key))) as Json;
}

function told(
  type: string,
  path: readonly PathStep[],
  values: readonly [before: FieldValue | null, mine: FieldValue | null, theirs: FieldValue | null],
  nameOf: NameOf,
): Pick<Field, 'label' | 'before' | 'mine' | 'theirs' | 'asRecorded'> {
  const label = fieldWords(type, path);
  const sides = sidesOf(values, path, type, nameOf);
  const [before = null, mine = null, theirs = null] = sides.map((side) => side?.words ?? null);
  const isInWords = label !== null && sides.every((side) => side?.isWhole !== false);
  return {
    label: label ?? rawFieldWords(path),
    before,
    mine,
    theirs,
    ...(!isInWords && { asRecorded: true }),
  };
}

function sidesOf(
  values: readonly (FieldValue | null)[],
  path: readonly PathStep[],
  type: string,
  nameOf: NameOf,
): readonly (Said | null)[] {
  const sides = values.map((value) => said(value, path, type, nameOf));
  // Guard: what differs and reads alike is shown as it is recorded, or nobody could see that there is something to
  // choose.
  const isAlike = values.some((value, at) =>
    values.some(
      (other, by) =>
        value && other && sides[at] && sides[at].words === sides[by]?.words && !same(value, other),
    ),
  );
  if (!isAlike) return sides;
  return values.map((value, at) => (value?.is === 'value' && sides[at] ? asRecorded(value.value) : null));
}

const parse = (text: string): Json => JSON.parse(text) as Json;
