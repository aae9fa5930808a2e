import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { runningHead } from '../../internal/running-head.ts';
import { paperForm } from '../paper-form.ts';
import type { SessionView } from '../session-view.ts';

/** The form as a document of its own: whose it is on every sheet, and the form whole. */
export function printForm(view: SessionView, who: TemplateResult): TemplateResult {
  const { record, now, author } = view;
  const head = runningHead(record?.sections.identity ?? null, { at: now, by: author });
  const form = html`<div class="rest">${who} ${paperForm(view)}</div>`;
  return html`<div class="base"><div class="sheet">${head}${form}</div></div>`;
}
