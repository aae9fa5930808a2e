import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { EhchShowResidentEvent } from '../internal/events.ts';
import { MovedList } from '../internal/moved-list.ts';
import type { MatterRow } from './matter-rows.ts';

const TOO_SOON = html`<p class="notice strong" role="alert">
  ▲ The list has just moved under the mouse, so nothing was pressed. Press again.
</p>`;

const NOT_SHOWN_HERE = html`<p class="notice strong" role="alert">
  ▲ This page cannot go there from here. Open the resident: the matter goes on below the name.
</p>`;

/** What the list says of a press that did nothing: it came too soon, or the page does not go there. */
export class ListNotices {
  readonly #moved = new MovedList();
  #wasTooSoon = false;
  /** Whether the page has shown the resident whom somebody asked to see. */
  #isShown = true;

  /** Takes note of the rows that are drawn, in their order. */
  see(rows: readonly MatterRow[]): void {
    this.#moved.see(rows.map(({ thread }) => thread.id));
  }

  /** Guard: what has just come under the mouse is not what its reader meant to press. */
  isTooSoon(event: Event): boolean {
    this.#isShown = true;
    this.#wasTooSoon = this.#moved.isTooSoon(event);
    return this.#wasTooSoon;
  }

  /** Asks the page to show whom a row is about. */
  show(list: HTMLElement, row: MatterRow | null): void {
    const about = row?.thread.about;
    this.#isShown = true;
    if (about?.kind !== 'resident') return;
    const event = new EhchShowResidentEvent(about.resident);
    list.dispatchEvent(event);
    this.#isShown = event.defaultPrevented;
  }

  render(): TemplateResult {
    return html`${this.#wasTooSoon ? TOO_SOON : nothing} ${this.#isShown ? nothing : NOT_SHOWN_HERE}`;
  }
}
