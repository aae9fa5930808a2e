import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { data } from './text.ts';

/**
 * A telephone number to ring with one tap. Text that is not clearly a number is shown as text: a record must not
 * be able to make a link of its choice.
 */
export function phone(number: string): TemplateResult {
  // "01632 960001 (work)": where it rings is no part of the number.
  const [, digits = number, use] = /^(.*?)(?: (\([a-z]+\)))?$/.exec(number) ?? [];
  // "+44 (0)1632": the nought is for callers within the country, and from here the number with it does not exist.
  const dial = digits.replace(/^((?:\+|00)\d{1,3}\s*)\(0\)/, '$1').replace(/[\s().-]/g, '');
  return /^\+?\d{3,15}$/.test(dial)
    ? html`<a class="phone" href="tel:${dial}">${data(digits)}</a>${use === undefined ? nothing : html` ${data(use)}`}`
    : html`<span>${data(number)}</span>`;
}
