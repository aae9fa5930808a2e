import type { FieldEdit, FieldValue, Json, PathStep } from '@ehch/store';
import { editAt } from '../raw-json/edit-at.ts';
import { sameValue } from '../raw-json/same-value.ts';
import { valueAt } from '../raw-json/value-at.ts';
import { editsBetween } from './edits-between.ts';
import { atomOf, isPersons, mayMerge, withoutMark } from './mergeable.ts';
import { pathWords } from './path-words.ts';

export type Merged =
  /** `others`: what somebody else has changed, for the words beside the merged record. */
  | { readonly state: 'merged'; readonly body: string; readonly others: readonly (readonly PathStep[])[] }
  /** A person has to decide. `paths`: what both of them changed, or what is never put together without asking. */
  | { readonly state: 'conflict'; readonly paths: readonly string[] };

/**
 * Puts two people's changes of one resource together, if the type is on the list, their paths are apart, and they share
 * no clinical atom (sync SPEC P10). The result stands on `theirs`, so that nothing of it is lost.
 *
 * @throws {EhchError} `malformed` if a text is not JSON
 */
export function merge(type: string, base: string, mine: string, theirs: string): Merged {
  return mergeEdits(type, editsBetween(value(base), value(mine)), base, theirs);
}

/** The same, where one person's changes are known as edits. */
export function mergeEdits(type: string, mine: readonly FieldEdit[], base: string, theirs: string): Merged {
  const others = changesOfPeople(base, theirs);
  const open = mine.filter(({ path, to }) => !same(valueAt(theirs, path), to));
  const clash = open.length === 0 ? [] : clashes(type, open, others);
  return clash.length > 0
    ? { state: 'conflict', paths: clash }
    : { state: 'merged', body: edited(theirs, open), others: others.map(({ path }) => path) };
}

/**
 * What people have changed between two versions: without what a server writes by itself, and without our mark.
 *
 * @throws {EhchError} `malformed` if a text is not JSON
 */
function changesOfPeople(base: string, theirs: string): readonly FieldEdit[] {
  const edits = editsBetween(withoutMark(value(base)), withoutMark(value(theirs)));
  return edits.filter(({ path }) => isPersons(path));
}

/** A body with edits made in it. */
export function edited(body: string, edits: readonly FieldEdit[]): string {
  return edits.reduce((text, { path, to }) => editAt(text, path, to), body);
}

export function same(one: FieldValue, other: FieldValue): boolean {
  return one.is === 'value' && other.is === 'value' ? sameValue(one.value, other.value) : one.is === other.is;
}

function clashes(type: string, mine: readonly FieldEdit[], others: readonly FieldEdit[]): readonly string[] {
  if (others.length === 0) return [];
  const theirAtoms = new Set(others.map(atomOf));
  const asked = [...mine, ...others].filter((edit) => !mayMerge(type, edit));
  const both = mine.filter(
    (edit) => theirAtoms.has(atomOf(edit)) || others.some((other) => holds(edit, other)),
  );
  return [...new Set([...both, ...asked].map(({ path }) => pathWords(path)))];
}

/** Whether one of two changes is of the whole list in which the other changes a row. */
function holds(one: FieldEdit, other: FieldEdit): boolean {
  return one.path[0] === other.path[0] && (one.path.length === 1 || other.path.length === 1);
}

function value(text: string): Json {
  return JSON.parse(text) as Json;
}
