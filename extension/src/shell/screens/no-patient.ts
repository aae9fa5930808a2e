import { formatTime } from '@ehch/clinical/display';
import { html, nothing } from 'lit/html.js';
import type { PutAway } from '../../messages/by-hand-state.ts';
import type { SideState } from '../../messages/side-state.ts';
import type { FindForm } from '../find-form.ts';
import type { PanelActions } from '../panel-state.ts';
import { data, whole } from '../words.ts';
import { rosterWords } from './roster.ts';
import { screen } from './screen.ts';

const ENDED: Record<PutAway, string> = {
  pressed: 'by your press',
  time: 'after ten minutes without a press',
  page: 'because a page showed somebody else',
  'left-list': 'because the list of residents no longer has this person',
  locked: 'because the computer was locked',
};

/** No person could be read on the page. The panel is then about the home, and a resident can be found by hand. */
export const noPatient = (
  { roster, home, putAway }: Extract<SideState, { kind: 'no-patient' }>,
  { readRoster }: PanelActions,
  { element }: FindForm,
) =>
  screen(
    putAway === undefined ? 'No patient read on this page' : 'The resident was put away',
    (heading) =>
      html`<h1>${heading}</h1>
        ${
          putAway === undefined
            ? nothing
            : html`<p>Put away at ${whole(formatTime(putAway.at))}, ${ENDED[putAway.why]}.</p>`
        }
        <p>
          Open a patient. If the patient lives in ${home === undefined ? 'one of the homes' : data(home)}, the
          care home record stands here. Is a patient open? Then no NHS number could be read on this page.
        </p>
        ${element} ${rosterWords(roster, readRoster)}`,
  );
