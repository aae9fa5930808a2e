import { html, nothing } from 'lit/html.js';
import type { SideState } from '../../messages/side-state.ts';
import type { FindForm } from '../find-form.ts';
import type { PanelActions } from '../panel-state.ts';
import { data } from '../words.ts';
import { headingWithout, putAwayWords } from './put-away.ts';
import { rosterWords } from './roster.ts';
import { screen } from './screen.ts';
import { teachOffer } from './teach-offer.ts';

/** No person could be read on the page. The panel is then about the home, and a resident can be found by hand. */
export const noPatient = (
  { roster, home, teach, putAway }: Extract<SideState, { kind: 'no-patient' }>,
  actions: PanelActions,
  { element }: FindForm,
) =>
  screen(
    headingWithout(putAway, 'No patient read on this page'),
    (heading) =>
      html`<h1>${heading}</h1>
        ${putAwayWords(putAway)}
        <p>
          Open a patient. If the patient lives in ${home === undefined ? 'one of the homes' : data(home)}, the
          care home record stands here. Is a patient open? Then no NHS number could be read on this page.
        </p>
        ${teach ? teachOffer(teach, actions) : nothing} ${element} ${rosterWords(roster, actions.readRoster)}`,
  );
