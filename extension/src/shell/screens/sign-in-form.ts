import { html, nothing, type TemplateResult } from 'lit/html.js';
import { isPin } from '../../messages/accounts.ts';
import type { PanelActions } from '../panel-state.ts';
import { FAILED } from './sign-in-words.ts';

/** The press that opens the browser's window. A PIN may be chosen with it, for breaks of minutes. */
export function signInForm(
  failed: keyof typeof FAILED | null,
  { account }: PanelActions,
  title = 'Sign in',
): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const pin = (form.elements.namedItem('new-pin') as HTMLInputElement).value.trim();
    form.reset();
    account({ kind: 'sign-in', pin: isPin(pin) ? pin : null });
  };
  return html`${failed === null ? nothing : html`<p class="doubt" role="alert">${FAILED[failed]}</p>`}
    <form class="find" @submit=${submit}>
      <p class="field">
        <label for="new-pin">PIN for short breaks, if you want one</label>
        <span class="hint" id="new-pin-hint">
          4 to 8 digits. It opens the panel again after a few minutes. Without one you sign in again.
        </span>
        <input
          id="new-pin"
          name="new-pin"
          type="password"
          inputmode="numeric"
          pattern="[0-9]{4,8}"
          title="4 to 8 digits"
          maxlength="8"
          autocomplete="off"
          aria-describedby="new-pin-hint"
        />
      </p>
      <p><button type="submit" data-press="sign-in">${title}</button></p>
      <p class="hint">
        A window of the browser opens. Nobody is asked for a password or PIN in a web page of ours.
      </p>
    </form>`;
}
