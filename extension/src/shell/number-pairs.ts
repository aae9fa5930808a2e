import { formatNhsNumber } from '@ehch/clinical/display';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Listed } from '../messages/by-hand-state.ts';
import { pair } from './pair.ts';
import { data, whole } from './words.ts';

/** Each number under its own label. A CHI number is never called an NHS number. */
export function numberPairs({ nhsNumber, chiNumber }: Listed): TemplateResult {
  const hasChiAlone = nhsNumber.state === 'none' && chiNumber !== null;
  return html`${hasChiAlone ? nothing : pair('NHS No.', nhsNumberWords(nhsNumber))}
  ${chiNumber === null ? nothing : pair('CHI No. (Scotland)', whole(formatNhsNumber(chiNumber)))}`;
}

/** A number that nobody may go by says so beside its digits, and why, as it does in the summary. */
function nhsNumberWords(number: Listed['nhsNumber']): TemplateResult {
  switch (number.state) {
    case 'verified':
      return whole(formatNhsNumber(number.value));
    case 'unverified':
      return html`${whole(formatNhsNumber(number.value))} (not verified: ${data(number.why)})`;
    case 'invalid':
      return html`${whole(formatNhsNumber(number.value))} (not a valid NHS number)`;
    case 'several':
      return html`${number.values.map((value, at) => html`${at === 0 ? '' : ' or '}${whole(formatNhsNumber(value))}`)}
      (records differ)`;
    case 'none':
      return html`Not recorded${number.why === null ? nothing : html` (${data(number.why)})`}`;
  }
}
