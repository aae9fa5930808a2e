import { html } from 'lit/html.js';
import type { SideState } from '../../messages/side-state.ts';
import type { PanelActions } from '../panel-state.ts';
import { screen } from './screen.ts';

const FIELDS = { born: 'date of birth', number: 'number', name: 'family name' } as const;

/** The list found somebody whose own record says otherwise. */
export const byHandDoubted = (
  { differs }: Extract<SideState, { kind: 'by-hand-doubted' }>,
  { putAway }: Pick<PanelActions, 'putAway'>,
) =>
  screen(
    'Nothing is shown: this may be another person',
    (heading) =>
      html`<div class="doubt">
        <h1><span aria-hidden="true">▲ </span>${heading}</h1>
        <p>
          <strong>The record has another ${FIELDS[differs]} than the list of residents.</strong> One of them
          is wrong. Have it put right where it is kept.
        </p>
        <p>
          <button type="button" class="quiet" data-press="put-away" @click=${putAway}>
            Find somebody else
          </button>
        </p>
      </div>`,
  );
