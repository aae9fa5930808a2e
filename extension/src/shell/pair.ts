import { html, type TemplateResult } from 'lit/html.js';

/** A label and its value, in a list of what tells people apart. */
export function pair(label: string, value: TemplateResult): TemplateResult {
  return html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
}
