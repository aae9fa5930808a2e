import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** A heading of the level that the host's page needs, from 1 to 6. */
export function heading(level: number, id: string, content: unknown): TemplateResult {
  // By role: the tag's name would have to be part of the template, six times.
  const sound = Math.min(6, Math.max(1, Math.trunc(level) || 2));
  return html`<div class="heading" role="heading" aria-level=${sound} id=${id}>${content}</div>`;
}
