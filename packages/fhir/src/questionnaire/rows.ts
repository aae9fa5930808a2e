import { answerOf, itemKey, type Draft, type FormItem } from '@ehch/clinical/form';

/**
 * Whether items under an item are asked once for each row: of a repeating group, or of a question with
 * several answers.
 */
export function hasRows(item: FormItem): boolean {
  if (!('repeats' in item) || !item.repeats) return false;
  return item.type === 'group' || (item.items ?? []).length > 0;
}

/** Whether a name is a row name. Rows are numbered, because other names could look like the row of a row. */
export function isRowName(name: unknown): name is string {
  return typeof name === 'string' && /^[1-9]\d{0,8}$/.test(name);
}

/** The rows under an item, as the form engine counts them. */
export function rowsUnder(draft: Draft, item: FormItem, rows: readonly string[]): readonly string[] {
  const key = itemKey(item.id, rows);
  const named = Object.hasOwn(draft.rows, key) ? draft.rows[key] : undefined;
  if (item.type === 'group') return named ?? ['1'];
  const answer = answerOf({ draft }, key);
  const values = answer?.state === 'given' ? answer.values : [];
  return named?.length === values.length ? named : values.map((_, i) => String(i + 1));
}
