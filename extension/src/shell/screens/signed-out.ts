import { html, nothing } from 'lit/html.js';
import type { SideState } from '../../messages/side-state.ts';
import type { PanelActions } from '../panel-state.ts';
import { emergencyCard } from './emergency.ts';
import { screen } from './screen.ts';
import { signInForm } from './sign-in-form.ts';

/** Nobody is signed in, so there is no record here. */
export const signedOut = (
  { why, failed, emergency }: Extract<SideState, { kind: 'signed-out' }>,
  actions: PanelActions,
) =>
  screen(
    'Nobody is signed in',
    (heading) =>
      html`<h1>${heading}</h1>
        ${
          why === 'wiped'
            ? html`<p class="notice">
                Whoever looks after this computer ordered everything erased that was kept here.
              </p>`
            : nothing
        }
        <p>Nothing of anybody is shown until somebody signs in.</p>
        ${signInForm(failed, actions)} ${emergencyCard(emergency)}`,
  );
