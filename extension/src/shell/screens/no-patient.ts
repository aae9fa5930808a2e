import { html } from 'lit/html.js';
import type { SideState } from '../../messages/side.ts';
import type { PanelActions } from '../panel-state.ts';
import { rosterWords } from './roster.ts';
import { screen } from './screen.ts';

export const noPatient = (
  { roster }: Extract<SideState, { is: 'no-patient' }>,
  { readRoster }: PanelActions,
) =>
  screen(
    'No patient open on this page',
    (heading) =>
      html`<h1>${heading}</h1>
        <p>Open a patient. If she lives in one of the homes, her care home record stands here.</p>
        ${rosterWords(roster, readRoster)}`,
  );
