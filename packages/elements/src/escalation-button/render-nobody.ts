import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { notShown } from '../internal/not-shown.ts';
import { phone } from '../internal/phone.ts';
import type { Shown } from '../internal/resident-element.ts';

/** Why nobody is shown about whom something could be raised. */
export function renderNobody(shown: Exclude<Shown, { readonly state: 'view' }>): TemplateResult {
  return html`<div class="card">
    <p class="notice strong" role="alert">${notShown(shown)}</p>
    ${inDanger()}
  </div>`;
}

/** Whoever came here beside somebody has a number to ring, also where nothing can be raised. */
export function inDanger(): TemplateResult {
  return html`<p>In danger ring ${phone('999')}, else ${phone('111')}.</p>`;
}
