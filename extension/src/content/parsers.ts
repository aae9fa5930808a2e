import { isNhsNumber } from '@ehch/clinical/rules';
import type { Parser } from '../hosts/template.ts';
import { oneLine } from './one-line.ts';
import { isoDate, ukDate } from './parse-date.ts';
import { familyCommaGiven, familyGiven, givenFamily, nameAlone } from './parse-name.ts';

/** What one field of a banner says. Each parser returns its own part. */
export interface Parsed {
  readonly nhsNumber?: string;
  readonly born?: string;
  readonly family?: string;
  readonly given?: string;
}

/** Characters. A longer text is not a single number. */
const LONGEST = 64;

/** Hyphens, dashes and the minus sign, after the browser's own forms of them have been made one. */
const DASHES = /[\p{Pd}\u2212]/gu;

/** Digits with single separators; or in the groups of an NHS number, with what else people put between them. */
const TEN_DIGITS = /^(?:[0-9](?:[ -]?[0-9]){9}|[0-9]{3}(\.| - )[0-9]{3}\1[0-9]{4})$/;

/**
 * Each parser reads a whole text as one value, and returns `null` where it is not one.
 *
 * A parser never guesses and never picks a value out of a longer text: half a number can be another person's.
 */
export const parsers: Record<Parser, (text: string) => Parsed | null> = {
  nhsNumber(text) {
    // Bidirectional marks are refused: they let one number look like another.
    const value = oneLine(text, LONGEST)?.replace(DASHES, '-') ?? '';
    if (!TEN_DIGITS.test(value)) return null;
    const nhsNumber = value.replace(/\D/g, '');
    // [P] Scotland's CHI numbers and Northern Ireland's pass the same arithmetic, and begin with 0 to 3.
    return isNhsNumber(nhsNumber) && nhsNumber >= '4' ? { nhsNumber } : null;
  },

  ukDate: (text) => asBorn(ukDate(text)),
  isoDate: (text) => asBorn(isoDate(text)),

  nameFamilyCommaGiven: familyCommaGiven,
  nameFamilyGiven: familyGiven,
  nameGivenFamily: givenFamily,

  /** The field that uses it takes the part that it means. */
  namePart(text) {
    const name = nameAlone(text);
    return name === null ? null : { family: name, given: name };
  },
};

function asBorn(born: string | null): Parsed | null {
  return born === null ? null : { born };
}
