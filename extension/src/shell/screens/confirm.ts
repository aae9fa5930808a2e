import { formatDate, formatNhsNumber } from '@ehch/clinical/display';
import { html } from 'lit/html.js';
import type { SideState } from '../../messages/side-state.ts';
import type { PanelActions } from '../panel-state.ts';
import { data, hostOf, nameInRecord, nameOnScreen, whole } from '../words.ts';
import { screen, type Screen } from './screen.ts';
import { warningWords } from './warnings.ts';

type Confirm = Extract<SideState, { kind: 'confirm' }>;

/** NHS number and date of birth agree, and the user has to compare the names. No record is shown before the answer. */
export function confirm(state: Confirm, { confirmIdentity }: PanelActions): Screen {
  const press = () => confirmIdentity(state.ctx);
  return screen(
    'Is this the same person?',
    (heading) =>
      html`<div class="question">
        <h1>${heading}</h1>
        ${state.warns.map((warning) => html`<p>${warningWords(warning, state)}</p>`)}
        <table>
          <thead>
            <tr>
              <td></td>
              <th scope="col">${data(hostOf(state.origin))}</th>
              <th scope="col">Record</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">Name</th>
              <td>${data(nameOnScreen(state.onScreen))}</td>
              <td>${data(nameInRecord(state.record))}</td>
            </tr>
            <tr>
              <th scope="row">Born</th>
              <td>${whole(formatDate(state.onScreen.born))}</td>
              <td>${whole(formatDate(state.record.born))}</td>
            </tr>
            <tr>
              <th scope="row">NHS No.</th>
              <td>${whole(formatNhsNumber(state.onScreen.nhsNumber))}</td>
              <td>${whole(formatNhsNumber(state.record.nhsNumber))}</td>
            </tr>
          </tbody>
        </table>
        <p>
          <button type="button" @click=${press}>Same person: show the record</button>
        </p>
        <p>If you are not sure, leave it. Nothing of the record is shown until then.</p>
      </div>`,
  );
}
