import { html, nothing } from 'lit/html.js';
import type { SideState } from '../../messages/side-state.ts';
import { nameInRecord } from '../words.ts';
import type { Screen } from './screen.ts';
import { warningWords } from './warnings.ts';

/** How far the renderer is with the record. */
export type Drawing = 'waiting' | 'drawn' | 'broken';

/** The words between the identity and the record. An empty frame must never look like an empty record. */
export function shown(state: Extract<SideState, { kind: 'shown' }>, drawing: Drawing): Screen {
  const name = nameInRecord(state.record);
  return {
    announcement: { waiting: `Loading the record of ${name}`, drawn: `Record of ${name}`, broken: BROKEN }[
      drawing
    ],
    words: html`${state.warns.map(
      (warning) =>
        html`<p class="strip">
          <span aria-hidden="true">▲ </span>${warningWords(warning, state)} Confirmed here as the same person.
        </p>`,
    )}
    ${drawing === 'waiting' ? html`<p>Loading the record. Nothing is known yet.</p>` : nothing}
    ${
      drawing === 'broken'
        ? html`<p class="notice"><strong>${BROKEN}</strong> Close this panel and open it again.</p>`
        : nothing
    }`,
  };
}

const BROKEN = 'The record could not be drawn.';
