import type { CivilDate } from '@ehch/clinical/time';
import { readTypedDate } from './read-typed-date.ts';
import { readTypedNumber, type TypedNumber } from './read-typed-number.ts';

/** What the clipboard gave, or why nothing of it is used. It never carries the text itself. */
export type Copied =
  | { readonly kind: 'taken'; readonly number: string | null; readonly born: CivilDate | null }
  | {
      readonly kind: 'refused';
      readonly why: Extract<TypedNumber, { kind: 'refused' }>['why'] | 'several' | 'too-long';
    };

/** [P] Characters. Whoever copied more than a line copied something else than a number. */
const LONGEST = 120;

/**
 * Reads an NHS number, a date of birth, or both from what a person copied. Both stand apart by a comma, a tab or a
 * line.
 *
 * It picks nothing out of a longer text: half of what was copied could belong to another person.
 */
export function readCopied(text: string): Copied {
  if (text.length > LONGEST) return { kind: 'refused', why: 'too-long' };
  const parts = text
    .split(/[\t\n\r,;|]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) return { kind: 'refused', why: 'empty' };
  let number: string | null = null;
  let born: CivilDate | null = null;
  for (const part of parts) {
    const asNumber = readTypedNumber(part, 'nhs');
    const asDate = readTypedDate(part);
    if (asNumber.kind === 'number' && number === null) number = asNumber.value;
    else if (asDate.kind === 'date' && born === null) born = asDate.value;
    else if (asNumber.kind === 'number' || asDate.kind === 'date') return { kind: 'refused', why: 'several' };
    else return asNumber;
  }
  return { kind: 'taken', number, born };
}
