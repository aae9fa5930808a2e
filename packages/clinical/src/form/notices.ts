import type { FormDefinition, FormItem } from './definition.ts';

/**
 * Whose words a form holds and on what terms, each once: its own notices, then those of each instrument in it, under the
 * instrument's name.
 */
export function noticesOf({ notices = [], items }: Pick<FormDefinition, 'notices' | 'items'>) {
  return [...new Set([...notices, ...items.flatMap(within)])];
}

function within(item: FormItem): readonly string[] {
  const own =
    item.type === 'group' && item.notices !== undefined && item.notices.length > 0
      ? [`${item.text}: ${item.notices.join(' ')}`]
      : [];
  const below = 'items' in item ? (item.items ?? []) : [];
  return [...own, ...below.flatMap(within)];
}
