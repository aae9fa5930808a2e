import type { Recorded } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

/** A decision that only this device has is in force nowhere yet, however firmly its words stand here. */
export function notInForce({ cautions }: Pick<Recorded, 'cautions'>): TemplateResult | typeof nothing {
  if (cautions.includes('not-sent'))
    return html`<strong class="late">▲ NOT IN FORCE: the server does not have it.</strong> `;
  return cautions.includes('arrival-not-known')
    ? html`<strong class="late">▲ NOT KNOWN to be in force: it may not have arrived.</strong> `
    : nothing;
}
