import { html } from 'lit/html.js';
import type { SideState } from '../../messages/side-state.ts';
import type { PanelActions } from '../panel-state.ts';
import { rosterWords } from './roster.ts';
import { screen } from './screen.ts';

/** No person could be read on the page. The words also help with a patient who has no NHS number. */
export const noPatient = (
  { roster }: Extract<SideState, { kind: 'no-patient' }>,
  { readRoster }: PanelActions,
) =>
  screen(
    'No patient read on this page',
    (heading) =>
      html`<h1>${heading}</h1>
        <p>Open a patient. If the patient lives in one of the homes, the care home record stands here.</p>
        <p>
          Is a patient open? Then no NHS number could be read on this page. Somebody without one, or with a
          CHI number, cannot be found from here: look in the home’s own list, by name, date of birth and room.
        </p>
        ${rosterWords(roster, readRoster)}`,
  );
