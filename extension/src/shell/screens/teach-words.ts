import { formatDate, formatNhsNumber } from '@ehch/clinical/display';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { NotTakenHere, TaughtReading, Unproven, Wanted, WhyEnded } from '../../messages/teaching.ts';
import { pair } from '../pair.ts';
import { data, whole } from '../words.ts';

/** What a person is asked to point at, inside a sentence. */
export const WANTED: Record<Wanted, string> = {
  nhsNumber: 'NHS number',
  dob: 'date of birth',
  family: 'family name',
  given: 'given name',
};

const ASK_ADMINISTRATOR =
  'It cannot be taught. An administrator can write an adapter for it: see “Adapters” in the documents of EHCH Kit.';

/** Why nothing was taken, and what to do. */
export const NOT_TAKEN: Record<NotTakenHere, string> = {
  frame: `A page in a frame stands there. ${ASK_ADMINISTRATOR}`,
  closed: `That part of the page is closed to every extension. ${ASK_ADMINISTRATOR}`,
  control: `That is a field that a person can change, or a button. Point at the words where the system only shows it. If there are none: ${ASK_ADMINISTRATOR}`,
  'not-seen':
    'Part of what stands there is hidden, covered or cut off. Make it all visible, and point again.',
  'not-understood': 'It is not written as expected there.',
  moved: 'The page changed while you pointed. Wait until it stands still, and point again.',
  'cover-gone':
    'The page does not let itself be covered. Does a window of its own stand open over it? Close that, and point again. If there is none, an administrator can write an adapter for it.',
  cancelled: 'You pressed Escape.',
};

/** What a place has to hold, for somebody who pointed at another. */
export const EXPECTED: Record<Wanted, string> = {
  nhsNumber:
    'A valid NHS number has ten digits, and the last one fits the others. Numbers that begin with 0 to 3 are no NHS numbers.',
  dob: 'The date has its day first, or its month as a word, and a year of four digits.',
  family: 'A name has no figures, and stands without other words.',
  given: 'A name has no figures, and stands without other words.',
};

export const UNPROVEN: Record<Unproven, string> = {
  nobody: 'Nobody was read there. Is a patient open? Then look at what could not be read:',
  'not-read': 'Number and date of birth were not both read there:',
  'same-number': 'That is the first person again. Open another person.',
  'same-birth-date':
    'The numbers differ, and the date of birth is the same. Open somebody with another date of birth, so that it is seen to change.',
  'not-here': 'The page in front is of another site. Go back to your system.',
};

export const ENDED: Record<WhyEnded, string> = {
  'page-left': 'The page was left or loaded again. What you pointed at went with it.',
  time: 'Ten minutes have passed without a press. What was read is forgotten.',
  'no-path': `Is this a list of several people? Then open one of them, and point at their own page. If it is none, nothing of their own tells where the places stand. ${ASK_ADMINISTRATOR}`,
  refused: `The places could not be described without words of the person. ${ASK_ADMINISTRATOR}`,
  'not-whole': 'Number and date of birth could not both be read again where you pointed.',
  'no-script': `The page does not let the extension in. ${ASK_ADMINISTRATOR}`,
};

const NOT_READ = html`<em>not read</em>`;

/** What was read, written as everywhere in the panel. */
export function numberRead({ nhsNumber }: TaughtReading): TemplateResult {
  return nhsNumber === null ? NOT_READ : html`${whole(formatNhsNumber(nhsNumber))}`;
}

export function bornRead({ born }: TaughtReading): TemplateResult {
  return born === null ? NOT_READ : html`${whole(formatDate(born))}`;
}

function nameRead({ family, given }: TaughtReading): TemplateResult {
  if (family === null && given === null) return NOT_READ;
  return html`${family === null ? NOT_READ : data(family)}, ${given === null ? NOT_READ : data(given)}`;
}

/** One reading, or two side by side where the panel is wide enough for large letters. */
export function readings(people: readonly (readonly [string, TaughtReading])[]): TemplateResult {
  return html`<div class="readings">
    ${people.map(
      ([title, reading]) =>
        html`<section>
          <h2>${title}</h2>
          <dl>
            ${pair('NHS No.', numberRead(reading))} ${pair('Born', bornRead(reading))}
            ${pair('Name', nameRead(reading))}
          </dl>
        </section>`,
    )}
  </div>`;
}

/** What the real reader could not read, in its own words. */
export function notRead(words: readonly string[]): TemplateResult | typeof nothing {
  return words.length === 0
    ? nothing
    : html`<ul>
        ${words.map((each) => html`<li>${data(each)}</li>`)}
      </ul>`;
}
