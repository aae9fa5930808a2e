import { html } from 'lit/html.js';
import type { SideState } from '../../messages/side-state.ts';
import type { PanelActions } from '../panel-state.ts';
import { emergencyCard } from './emergency.ts';
import { screen } from './screen.ts';
import { signInForm } from './sign-in-form.ts';
import { HARD } from './sign-in-words.ts';

/** The keys were dropped, so only a sign-in opens anything. What was not sent stays for its author. */
export const hardLock = (
  { why, failed, emergency }: Extract<SideState, { kind: 'hard-lock' }>,
  actions: PanelActions,
) =>
  screen(
    'Locked. Sign in to go on',
    (heading) =>
      html`<h1>${heading}</h1>
        <p>${HARD[why]} Nothing of anybody is shown.</p>
        ${signInForm(failed, actions)} ${emergencyCard(emergency)}`,
  );
