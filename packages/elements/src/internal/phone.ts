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
  const dial = digits.replace(/[\s().-]/g, '');
  return /^\+?\d{3,15}$/.test(dial)
    ? html`<a class="phone" href="tel:${dial}">${data(digits)}</a>${use === undefined ? nothing : html` ${data(use)}`}`
    : html`<span>${data(number)}</span>`;
}
