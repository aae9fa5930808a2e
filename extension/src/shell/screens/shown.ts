import { formatName } from '@ehch/clinical/display';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { SideState } from '../../messages/side-state.ts';
import type { Screen } from './screen.ts';
import { warningWords } from './warnings.ts';

/** How far the renderer is with the record. */
export type Drawing = 'waiting' | 'drawn' | 'broken';

/** What a screen reader hears of a record as it comes. */
export function recordAnnouncement(name: Parameters<typeof formatName>[0], drawing: Drawing): string {
  const of = formatName(name);
  return { waiting: `Loading the record of ${of}`, drawn: `Record of ${of}`, broken: BROKEN }[drawing];
}

/** The words while there is no record to see. An empty frame must never look like an empty record. */
export function drawingWords(drawing: Drawing): TemplateResult {
  return html`${drawing === 'waiting' ? html`<p>Loading the record. Nothing is known yet.</p>` : nothing}
  ${
    drawing === 'broken'
      ? html`<p class="notice"><strong>${BROKEN}</strong> Close this panel and open it again.</p>`
      : nothing
  }`;
}

/** The words between the identity and the record. */
export function shown(state: Extract<SideState, { kind: 'shown' }>, drawing: Drawing): Screen {
  return {
    announcement: recordAnnouncement(state.record.name, drawing),
    words: html`${state.warns.map(
      (warning) =>
        html`<p class="strip">
          <span aria-hidden="true">▲ </span>${warningWords(warning, state)} Confirmed here as the same person.
        </p>`,
    )}
    ${drawingWords(drawing)}`,
  };
}

const BROKEN = 'The record could not be drawn.';
