import { formatName } from '@ehch/clinical/display';
import type { Author, Identity, Section } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { nhsNumber } from './nhs-number.ts';
import { authorWords } from './section-words.ts';
import { undisputed } from './section-surroundings.ts';
import { data } from './text.ts';
import { day, moment } from './when.ts';

/** Who prints, and when. */
export interface Printed {
  readonly at: Instant;
  /** `null`: the page does not say who is using it. */
  readonly by: Author | null;
}

/**
 * What stands at the top of every sheet of paper, and never on the screen: whose it is, when it was printed and by whom.
 * Sheets get parted. It is short, because a browser repeats no head of a table that takes a quarter of a sheet.
 */
export function runningHead(identity: Section<Identity> | null, { at, by }: Printed): TemplateResult {
  const person = identity === null ? null : undisputed(identity);
  const words = authorWords(by);
  return html`<div class="running">
    <div class="running-words">
      ${person === null ? NOT_CERTAIN : who(person)}
      <span class="printed">Printed ${moment(at)}${words === null ? BY_NOBODY : html` by ${data(words)}`}</span>
    </div>
  </div>`;
}

const NOT_CERTAIN = html`<strong>Name not certain. Make sure who this is: see the first page.</strong>`;
const BY_NOBODY = ', by whom not said';

/** CUI PAB-0016: name, born, NHS number, in this order. */
function who({ name, born, nhsNumber: number, death }: Identity): TemplateResult {
  return html`<strong>${data(formatName(name))}</strong>
    <span>Born <strong>${born === null ? 'Not recorded' : day(born)}</strong></span>
    <span>NHS No. <strong>${nhsNumber(number)}</strong></span>
    ${
      death.state === 'died'
        ? html`<span>Died <strong>${death.on === null ? 'Date not recorded' : day(death.on)}</strong></span>`
        : nothing
    }`;
}
