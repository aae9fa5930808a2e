import type { Instant } from '../time/types.ts';
import type { Answer, ItemKey } from './answer.ts';
import type { FormDefinition, FormItem } from './definition.ts';
import { hasRows } from './engine/compile.ts';
import { isQuestion } from './engine/is-question.ts';
import { itemKey } from './key.ts';

/** What an imported form fills in by itself under an item, in one row of it. */
export function initialAnswers(
  within: FormDefinition | FormItem,
  rows: readonly string[],
  at: Instant,
): { answers: Record<ItemKey, Answer>; rows: Record<ItemKey, readonly string[]> } {
  const answers: [ItemKey, Answer][] = [];
  const named: [ItemKey, readonly string[]][] = [];
  const fill = (all: readonly FormItem[], path: readonly string[]): void => {
    for (const item of all) {
      const key = itemKey(item.id, path);
      const values = isQuestion(item) ? (item.initial ?? []) : [];
      if (values.length > 0)
        answers.push([key, { state: 'given', values, at, by: null, from: { kind: 'initial' } }]);
      const under = 'items' in item ? (item.items ?? []) : [];
      const made = item.type === 'group' ? ['1'] : values.map((_, i) => String(i + 1));
      if (!hasRows(item)) fill(under, path);
      else for (const row of made) fill(under, [...path, row]);
      if (hasRows(item) && item.type !== 'group' && made.length > 0) named.push([key, made]);
    }
  };
  fill('items' in within ? (within.items ?? []) : [], rows);
  return { answers: Object.fromEntries(answers), rows: Object.fromEntries(named) };
}
