import type { FormItem, FormQuestion } from '../definition.ts';

export function isQuestion(item: FormItem): item is FormQuestion {
  return item.type !== 'group' && item.type !== 'display' && item.type !== 'total';
}
