import type { ItemKey } from '@ehch/clinical';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Telling } from './scorer-ui.ts';

/** Why a score is what it is. */
export function whyPanel(_telling: Telling, _key: ItemKey): TemplateResult {
  return html`<section class="why" aria-labelledby="why" tabindex="0"><p id="why">Why</p></section>`;
}
