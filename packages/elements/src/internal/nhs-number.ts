import { formatNhsNumber } from '@ehch/clinical/display';
import type { NhsNumberRecord } from '@ehch/clinical';
import { html, nothing } from 'lit';
import { data } from './text.ts';

/** A number that may not be used to match says so beside its digits. */
export function nhsNumber(number: NhsNumberRecord) {
  switch (number.state) {
    case 'verified':
      return html`<span class="number">${formatNhsNumber(number.value)}</span>`;
    case 'unverified':
      return html`<span class="number">${data(formatNhsNumber(number.value))}</span> (not verified:
        ${data(number.why)})`;
    case 'invalid':
      return html`<span class="number">${data(formatNhsNumber(number.value))}</span> (not a valid NHS number)`;
    case 'several':
      return html`${number.values.map(
        (value, index) =>
          html`${index === 0 ? '' : ' or '}<span class="number">${data(formatNhsNumber(value))}</span>`,
      )}
      (records differ)`;
    case 'none':
      return html`Not recorded${number.why === null ? nothing : html` (${data(number.why)})`}`;
  }
}
