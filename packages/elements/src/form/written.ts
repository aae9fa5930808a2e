import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { lines } from '../internal/text.ts';

/** The text of a field, for paper: a field shows what fits into it, and cannot be broken between two sheets. */
export function written(text: string | undefined): TemplateResult | typeof nothing {
  return text ? html`<div class="written">${lines(text)}</div>` : nothing;
}
