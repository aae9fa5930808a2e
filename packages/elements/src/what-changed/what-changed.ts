import { reportCaught } from '@ehch/clinical/diagnostics';
import type { ResidentView } from '@ehch/clinical';
import type { PartialDate } from '@ehch/clinical/time';
import { html } from 'lit';
import type { PropertyDeclarations, TemplateResult } from 'lit';
import { notShown } from '../internal/not-shown.ts';
import { ResidentElement } from '../internal/resident-element.ts';
import { renderChanges } from './render-changes.ts';
import { styles } from './what-changed.styles.ts';

/**
 * What is different about a resident since the reader last looked: medicines, allergies, problems, events, agreed
 * limits, NEWS2 and weight, from dated facts alone. "Nothing new" is said of a complete answer only.
 *
 * It stands inside the summary where `since` is set, and can stand alone.
 *
 * @tag ehch-what-changed
 * @event {EhchMismatchEvent} ehch-mismatch - Data about another resident arrived, and were not shown.
 * @csspart base - The wrapper of everything.
 * @csspart section - The section.
 */
export class WhatChanged extends ResidentElement {
  static override styles = styles;

  static override properties: PropertyDeclarations = {
    headingLevel: { type: Number, attribute: 'heading-level' },
    since: {},
  };

  /** The level of the heading, 1 to 6. */
  headingLevel = 3;

  /** When the reader last looked, as an ISO date or instant. */
  since: PartialDate | null = null;

  override render(): TemplateResult {
    return html`<div class="base" part="base" translate="no">${this.#content()} ${this.kitFooter.render()}</div>`;
  }

  #content(): TemplateResult {
    const { shown, since } = this;
    if (shown.state !== 'view') return html`<p class="empty" role="status">${notShown(shown)}</p>`;
    if (!since) return html`<p class="empty">When you last looked is not known.</p>`;
    return this.#changes(shown.view, since);
  }

  #changes(view: ResidentView, since: PartialDate): TemplateResult {
    try {
      return renderChanges(view, since, this.headingLevel);
    } catch (error) {
      reportCaught(error, 'elements/what-changed');
      // What cannot be compared must not read as "nothing new", nor leave older words on screen.
      return html`<p class="empty">What changed could not be worked out.</p>`;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ehch-what-changed': WhatChanged;
  }
}
