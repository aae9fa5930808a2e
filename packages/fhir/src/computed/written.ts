import { formatDate, formatQuantity } from '@ehch/clinical/display';
import { joined } from '../text.ts';
import type { RecordedText, TextPart, Unwritten } from '../recorded-view.ts';

/** Facts with their text written out. */
export function written<T extends { readonly text: string }>(facts: readonly Unwritten<T>[]) {
  return facts.map((fact) => ({ ...fact, text: textOf(fact.text) }));
}

/** A text with its numbers and dates written by the display rules. */
export function textOf(text: RecordedText): string {
  return typeof text === 'string' ? text : text.map(partOf).join('');
}

function partOf(part: TextPart): string {
  if (typeof part === 'string') return part;
  if ('date' in part) return formatDate(part.date);
  return joined([part.comparator, formatQuantity(part.value, part.unit).trim()]) ?? '';
}
