import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { PartState } from './part-loader.ts';

/** What is said of a part that is not here. */
export interface PartSaid {
  /** While somebody waits for it. */
  readonly awaited: string;
  /** What cannot be done here now. */
  readonly failed: string;
  /** What to do instead. */
  readonly instead: string;
}

/** Firefox remembers that a fetch failed: there another press does not help. */
const AGAIN = 'Press again to try again. If that does not help, reload this page once there is a connection.';

/** What is said beside the press, as long as the part for it is not here. */
export function partWords(state: PartState, said: PartSaid): TemplateResult | typeof nothing {
  if (state === 'awaited') return html`<p class="aside part-said">${said.awaited}</p>`;
  if (state !== 'failed') return nothing;
  return html`<div class="part-said">
    <p class="notice strong">▲ ${said.failed}</p>
    <p class="aside">${said.instead} ${AGAIN}</p>
  </div>`;
}

/** The same for the live region. */
export function partNews(state: PartState, said: PartSaid): string {
  if (state === 'awaited') return said.awaited;
  return state === 'failed' ? `${said.failed} ${said.instead}` : '';
}
