import { html, nothing } from 'lit/html.js';
import type { SideState } from '../../messages/side.ts';
import { nameInRecord } from '../words.ts';
import type { Screen } from './screen.ts';
import { warningWords } from './warnings.ts';

/** What stands between the identity and the record. `hasDrawn`: the renderer has the record on screen. */
export function shown(state: Extract<SideState, { is: 'shown' }>, hasDrawn: boolean): Screen {
  const name = nameInRecord(state.record);
  return {
    said: hasDrawn ? `Record of ${name}` : `Loading the record of ${name}`,
    words: html`${state.warns.map(
      (warning) =>
        html`<p class="strip">
          <span aria-hidden="true">▲ </span>${warningWords(warning, state)} Confirmed here as the same person.
        </p>`,
    )}
    ${hasDrawn ? nothing : html`<p class="loading">Loading the record. Nothing is known yet.</p>`}`,
  };
}
