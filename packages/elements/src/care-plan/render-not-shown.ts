import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { notShown } from '../internal/not-shown.ts';
import type { Shown } from '../internal/resident-element.ts';
import { retryButton } from '../internal/retry.ts';

/** Why no plan is on screen, and a way to try again where that may help. */
export function renderNotShown(shown: Exclude<Shown, { readonly state: 'view' }>): TemplateResult {
  // A mismatch is said in the alert.
  const words = html`<p>${shown.state === 'mismatch' ? 'Nothing is shown.' : notShown(shown)}</p>`;
  return shown.state === 'mismatch' || shown.state === 'failed'
    ? tryAgain(words)
    : html`<div class="empty">${words}</div>`;
}

export function tryAgain(words: TemplateResult): TemplateResult {
  return html`<div class="empty">
    ${words} ${retryButton(null, 'Try again')}
  </div>`;
}
