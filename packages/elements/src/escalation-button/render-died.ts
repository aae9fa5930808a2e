import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { inDanger } from './render-nobody.ts';

/**
 * Nothing is raised about somebody who has died. A record can be wrong, and so can a choice: who is meant stands above it, and
 * whoever stands beside a living person has a number to ring.
 */
export function renderDied(banner: TemplateResult): TemplateResult {
  return html`${banner}
    <div class="card">
      <p class="strong">The record says that this person has died.</p>
      <p>If they are alive, the record is wrong, or somebody else is chosen.</p>
      ${inDanger()}
    </div>`;
}
