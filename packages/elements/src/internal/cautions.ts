import type { Recorded } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { CAUTION } from './section-words.ts';

/** What to be careful about with a fact, in words behind it. */
export function cautions(recorded: Pick<Recorded, 'cautions'>): TemplateResult | typeof nothing {
  if (recorded.cautions.length === 0) return nothing;
  return html`<span class="caution">${recorded.cautions.map((caution) => CAUTION[caution]).join('. ')}.</span>`;
}
