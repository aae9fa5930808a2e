import { html } from 'lit/html.js';
import type { SideState } from '../../messages/side-state.ts';
import type { PanelActions } from '../panel-state.ts';
import { rosterWords } from './roster.ts';
import { screen } from './screen.ts';

/** "Not on the list" is said only of a list that was read. Before that, nobody knows. */
export const notOnRoster = (
  { roster }: Extract<SideState, { kind: 'not-on-roster' }>,
  { readRoster }: PanelActions,
) =>
  screen(
    roster.state === 'read' ? 'Not on the list of residents' : 'Nobody can be looked up yet',
    (heading) =>
      html`<h1>${heading}</h1>
        <p>
          ${
            roster.state === 'read'
              ? 'The patient on this page is not on the list of residents. No server was asked about this patient.'
              : 'Whether the patient on this page is a resident is not known. No server was asked about this patient.'
          }
        </p>
        ${rosterWords(roster, readRoster)}`,
  );
