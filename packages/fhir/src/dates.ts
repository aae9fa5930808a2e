import type { Caution } from '@ehch/clinical';
import { formatDateTime } from '@ehch/clinical/display';
import { precisionOf, type PartialDate } from '@ehch/clinical/time';

/**
 * A date as recorded, however partial. A clock time without an offset is not a moment: the day is kept, and
 * the fact gets the caution `partly-unreadable`. Text that is no date gives `null` and the same caution.
 */
export function readDate(text: string | null | undefined, cautions: Set<Caution>): PartialDate | null {
  if (text === null || text === undefined || text.trim() === '') return null;
  const date = text.trim();
  if (precisionOf(date) !== null) return date;
  cautions.add('partly-unreadable');
  const day = date.slice(0, 10);
  return date[10] === 'T' && precisionOf(day) === 'day' ? day : null;
}

/** A day or moment as people read it: "04-Mar-2026". A year may be any number, and other text stays as it is. */
export function dayAsRead(text: string): string {
  const precision = precisionOf(text.trim());
  return precision === null || precision === 'year' ? text : formatDateTime(text.trim());
}

/** The first of several dates that can be read. */
export function firstDate(
  texts: readonly (string | null | undefined)[],
  cautions: Set<Caution>,
): PartialDate | null {
  for (const text of texts) {
    const date = readDate(text, cautions);
    if (date !== null) return date;
  }
  return null;
}
