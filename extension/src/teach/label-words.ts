import { afterLabel } from '../content/label-text.ts';
import { oneLine } from '../content/one-line.ts';

/**
 * The words of which a label may consist. A label is kept, and on some pages a person's name stands where a label
 * would: so only words that we know become one.
 */
const LABEL_WORDS: ReadonlySet<string> = new Set(
  [
    'nhs gig no num nr number numbers id identifier rhif',
    'date of birth born dob d.o.b b.d birthdate birthday dyddiad geni ganed',
    'name names full legal surname family last forename forenames first given enw cyfenw',
    "patient patient's client client's resident resident's service user person the",
  ].flatMap((line) => line.split(' ')),
);

/** Characters, as a template allows them. */
const LONGEST_LABEL = 40;

/** Whether each word of a text belongs to labels, so that it names no person. */
export function isLabelWord(word: string): boolean {
  return LABEL_WORDS.has(word.toLowerCase());
}

/** A text as a label, without its colon. `null`: it is none, or it could name somebody. */
export function labelOf(text: string): string | null {
  const label = (oneLine(text, LONGEST_LABEL + 2) ?? '').replace(/ ?:$/, '');
  const words = label.split(/[ :/]+/).map((word) => word.replace(/[.,#()]+$/, '').replace(/^[(#]+/, ''));
  const isOne = label.length >= 2 && label.length <= LONGEST_LABEL && words.every(isLabelWord);
  return isOne ? label : null;
}

/** The longest label with which a text begins, and what follows it. `null`: it begins with none. */
export function splitLabel(text: string): { readonly label: string; readonly rest: string } | null {
  const line = oneLine(text, 1000) ?? '';
  const ends = [...line.slice(0, LONGEST_LABEL + 1).matchAll(/[ :]+/g)].map(({ index }) => index);
  for (const end of ends.toReversed()) {
    const label = labelOf(line.slice(0, end));
    const rest = label === null ? null : afterLabel(line, [label]);
    if (label !== null && rest !== null && rest !== '') return { label, rest };
  }
  return null;
}
