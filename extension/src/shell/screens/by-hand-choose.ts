import { formatDate, formatName, roomName } from '@ehch/clinical/display';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Listed } from '../../messages/by-hand-state.ts';
import type { SideState } from '../../messages/side-state.ts';
import { numberPairs } from '../number-pairs.ts';
import { pair } from '../pair.ts';
import type { PanelActions } from '../panel-state.ts';
import { data, whole } from '../words.ts';
import { screen } from './screen.ts';

/** Whoever was found, with all that tells two people apart. Nothing of a record is shown before a person chose. */
export const byHandChoose = (
  { ctx, found }: Extract<SideState, { kind: 'by-hand-choose' }>,
  { chooseByHand, putAway }: Pick<PanelActions, 'chooseByHand' | 'putAway'>,
) =>
  screen(
    found.length === 1 ? 'Is this the resident?' : `${found.length} residents have this name. Which one?`,
    (heading) =>
      html`<div class="question">
        <h1>${heading}</h1>
        <ul class="people">
          ${found.map((listed) => person(listed, () => chooseByHand(ctx, listed.resident)))}
        </ul>
        <p>If you are not sure, put this away. Nothing of a record is shown until then.</p>
        <p><button type="button" class="quiet" data-press="put-away" @click=${putAway}>Put away</button></p>
      </div>`,
  );

function person(listed: Listed, press: () => void): TemplateResult {
  const name = formatName(listed.name);
  return html`<li>
    <h2>${data(name)}</h2>
    <dl>${pair('Born', whole(formatDate(listed.born)))} ${roomPair(listed)} ${numberPairs(listed)}</dl>
    <p><button type="button" data-press="choose" @click=${press}>Show ${data(name)}</button></p>
  </li>`;
}

function roomPair({ room }: Listed) {
  return room === undefined ? nothing : pair('Room', data(room === null ? 'Not known' : roomName(room)));
}
