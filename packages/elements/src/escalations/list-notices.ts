import { html } from 'lit';
import { EhchShowResidentEvent } from '../internal/events.ts';
import type { MatterRow } from './matter-rows.ts';

export const TOO_SOON = html`<p class="notice strong" role="alert">
  ▲ The list has just moved under the mouse, so nothing was pressed. Press again.
</p>`;

export const NOT_SHOWN_HERE = html`<p class="notice strong" role="alert">
  ▲ This page cannot go there from here. Open the resident: the matter goes on below the name.
</p>`;

/** Asks the page to show whom a row is about. Whether it did. */
export function showRow(list: HTMLElement, row: MatterRow | null): boolean {
  const about = row?.thread.about;
  if (about?.kind !== 'resident') return true;
  const event = new EhchShowResidentEvent(about.resident);
  list.dispatchEvent(event);
  return event.defaultPrevented;
}
