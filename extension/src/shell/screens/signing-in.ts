import { html } from 'lit/html.js';
import type { SideState } from '../../messages/side-state.ts';
import { emergencyCard } from './emergency.ts';
import { screen } from './screen.ts';

/** The browser's window for the sign-in is open. */
export const signingIn = ({ emergency }: Extract<SideState, { kind: 'signing-in' }>) =>
  screen(
    'Signing in',
    (heading) =>
      html`<h1>${heading}</h1>
        <p>Go on in the window that has opened. To stop, close that window.</p>
        ${emergencyCard(emergency)}`,
  );
