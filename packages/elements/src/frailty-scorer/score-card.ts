import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Telling } from './scorer-ui.ts';

export function scoreCard(_telling: Telling): TemplateResult | typeof nothing {
  return html``;
}
