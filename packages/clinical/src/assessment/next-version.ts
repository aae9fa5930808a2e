import { EhchError } from '../errors.ts';
import type { FormItem } from '../form/definition.ts';
import { compiledForm } from '../form/engine/compile.ts';
import { findItem } from './find-item.ts';
import type { AssessmentTemplate } from './types.ts';

/** What is otherwise in a version than in the one before. What is not named stays as it is. */
export interface VersionChanges extends Partial<
  Pick<AssessmentTemplate, 'title' | 'notices' | 'problemRules' | 'deficits' | 'searchWords'>
> {
  readonly version: string;
  /** Items in their new form, each in the place of the one with the same id. */
  readonly changed?: readonly FormItem[];
  /** New items, by the id of the item that they stand after. */
  readonly added?: Readonly<Record<string, readonly FormItem[]>>;
  /** Items that are asked no more, by id, with what is under them. */
  readonly removed?: readonly string[];
}

/**
 * The next version of a template, written as what differs: a version is one file and one line, and the one before it stays
 * what it was. Give a question whose meaning changes a new id: its earlier answers are then kept apart and not read anew.
 *
 * @throws {EhchError} `bad-configuration` where it changes, follows or removes what is not there, keeps the version, or makes
 * two items of one id.
 */
export function nextVersion(
  before: AssessmentTemplate,
  { changed = [], added = {}, removed = [], ...about }: VersionChanges,
): AssessmentTemplate {
  const named = [...changed.map(({ id }) => id), ...Object.keys(added), ...removed];
  for (const id of named)
    if (findItem(before.items, (item) => item.id === id) === null)
      throw new EhchError('bad-configuration', 'A version can only change what the one before has.');
  if (about.version === before.version)
    throw new EhchError('bad-configuration', 'A version needs a number of its own.');
  const replaced = new Map(changed.map((item) => [item.id, item]));
  const rewritten = (items: readonly FormItem[]): readonly FormItem[] =>
    items.flatMap((item) => {
      if (removed.includes(item.id)) return [];
      const now = replaced.get(item.id) ?? withItems(item, rewritten);
      return [now, ...(Object.hasOwn(added, item.id) ? (added[item.id] ?? []) : [])];
    });
  const template = { ...before, ...about, items: rewritten(before.items) };
  // Two items of one id would take each other's answers.
  compiledForm(template);
  return template;
}

function withItems(item: FormItem, rewritten: (items: readonly FormItem[]) => readonly FormItem[]): FormItem {
  return 'items' in item && item.items !== undefined ? { ...item, items: rewritten(item.items) } : item;
}
