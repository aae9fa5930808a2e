import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** The shape of a change: an arrow for eyes, a word for ears. It says the direction, not whether that is good. */
export function changeMark(way: 'up' | 'down'): TemplateResult {
  return way === 'up'
    ? html`<span aria-hidden="true">▲</span><span class="spoken">up</span>`
    : html`<span aria-hidden="true">▼</span><span class="spoken">down</span>`;
}
