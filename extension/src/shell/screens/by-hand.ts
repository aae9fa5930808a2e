import { formatTime } from '@ehch/clinical/display';
import { html, nothing } from 'lit/html.js';
import type { SideState } from '../../messages/side-state.ts';
import type { PanelActions } from '../panel-state.ts';
import { whole } from '../words.ts';
import type { Screen } from './screen.ts';
import { drawingWords, recordAnnouncement, type Drawing } from './shown.ts';

/** What stands between the identity and the record of a resident chosen by hand: how long it stays, two presses. */
export function byHand(
  state: Extract<SideState, { kind: 'by-hand' }>,
  drawing: Drawing,
  { keepByHand, putAway }: Pick<PanelActions, 'keepByHand' | 'putAway'>,
): Screen {
  const until = formatTime(state.until);
  const keep = () => keepByHand(state.ctx);
  return {
    // As the words for the eyes, so that both hear of the end in the same minute.
    announcement: `${recordAnnouncement(state.listed.name, drawing)}, chosen by hand${
      state.isEnding ? `: put away at ${until}, unless you press Keep` : ''
    }`,
    words: html`<div class=${state.isEnding ? 'strip by-hand' : 'by-hand'}>
        <p>
          ${
            state.isEnding
              ? html`<strong>Put away at ${whole(until)}, within a minute.</strong>`
              : html`Stays until ${whole(until)} without a press.`
          }
        </p>
        <p class="presses">
          <button type="button" data-press="put-away" @click=${putAway}>Put away</button>
          <button type="button" class="quiet" data-press="keep" @click=${keep}>Keep ten more minutes</button>
        </p>
      </div>
      ${
        state.by === 'nhs-number' && state.listed.nhsNumber.state !== 'verified'
          ? html`<p class="strip">
              <span aria-hidden="true">▲ </span><strong>NHS number not verified.</strong> The list says so.
            </p>`
          : nothing
      }
      ${drawingWords(drawing)}`,
  };
}
