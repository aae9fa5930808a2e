import { html, nothing, type TemplateResult } from 'lit/html.js';
import { isPin, MOST_TRIES } from '../../messages/accounts.ts';
import type { SideState } from '../../messages/side-state.ts';
import type { PanelActions } from '../panel-state.ts';
import { data } from '../words.ts';
import { emergencyCard } from './emergency.ts';
import { screen } from './screen.ts';
import { signInForm } from './sign-in-form.ts';

type SoftLock = Extract<SideState, { kind: 'soft-lock' }>;

/** Somebody is signed in and away. The same person goes on with the PIN, and anybody else signs in. */
export const softLock = (state: SoftLock, actions: PanelActions) =>
  screen(
    state.wasWrong ? 'Locked. That PIN was wrong' : 'Locked',
    (heading) =>
      html`<h1>${heading}</h1>
        <p>Signed in: ${data(state.display)}. Nothing of anybody is shown.</p>
        ${
          state.tries === null
            ? signInForm(state.failed, actions, 'Sign in again')
            : html`${pinForm(state.tries, actions)}
                <details>
                  <summary>Somebody else, or PIN forgotten</summary>
                  ${signInForm(state.failed, actions)}
                </details>`
        }
        ${emergencyCard(state.emergency)}`,
  );

function pinForm(tries: number, { account }: PanelActions): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const pin = (form.elements.namedItem('pin') as HTMLInputElement).value.trim();
    form.reset();
    if (isPin(pin)) account({ kind: 'unlock', pin });
  };
  return html`<form class="find" @submit=${submit}>
    <p class="field">
      <label for="pin">PIN</label>
      ${
        tries === MOST_TRIES
          ? nothing
          : html`<span class="hint" id="pin-hint">
              ${tries === 1 ? '1 try is left' : `${tries} tries are left`}. Then you sign in again.
            </span>`
      }
      <input
        id="pin"
        name="pin"
        type="password"
        inputmode="numeric"
        required
        pattern="[0-9]{4,8}"
        title="4 to 8 digits"
        maxlength="8"
        autocomplete="off"
        aria-describedby=${tries === MOST_TRIES ? nothing : 'pin-hint'}
      />
    </p>
    <p><button type="submit" data-press="unlock">Unlock</button></p>
  </form>`;
}
