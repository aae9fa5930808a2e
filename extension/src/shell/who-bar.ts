import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { WhoTold } from '../messages/accounts.ts';
import type { PanelActions } from './panel-state.ts';
import { data } from './words.ts';

/** Who is signed in, with the two presses that end it. It stands above every state. */
export function whoBar({ person, hasAccounts }: WhoTold, { account }: PanelActions): TemplateResult {
  if (!hasAccounts)
    return html`<p class="who">Nobody signs in here. Whoever is at this computer sees the records.</p>`;
  if (person === null) return html``;
  const { display, role, organisation } = person;
  const lock = () => account({ kind: 'lock-now' });
  const signOut = () => account({ kind: 'sign-out' });
  return html`<section class="who" aria-label="Signed in">
    <p>
      <strong>${data(display)}</strong>${role === null ? ', role not known' : html`, ${data(role)}`}${
        organisation === null ? nothing : html`, ${data(organisation)}`
      }
    </p>
    <p class="presses">
      <button type="button" data-press="lock" @click=${lock}>Lock</button>
      <button type="button" class="quiet" data-press="sign-out" @click=${signOut}>Sign out</button>
    </p>
  </section>`;
}
