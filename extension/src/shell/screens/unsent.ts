import { html, nothing } from 'lit/html.js';
import type { SideState } from '../../messages/side-state.ts';
import type { PanelActions } from '../panel-state.ts';
import { emergencyCard } from './emergency.ts';
import { screen } from './screen.ts';

type Unsent = Extract<SideState, { kind: 'unsent' }>;

/** What was not sent keeps a person from signing out: nobody else could send it. */
export const unsent = (state: Unsent, { account }: PanelActions) => {
  const sendNow = () => account({ kind: 'send-now' });
  const stay = () => account({ kind: 'stay-signed-in' });
  return screen(
    'You cannot sign out yet',
    (heading) =>
      html`<h1>${heading}</h1>
        <p>This PC alone has what was not sent. It is lost if the browser is closed.</p>
        <ul>
          ${lines(state).map((line) => html`<li>${line}</li>`)}
        </ul>
        ${
          state.escalations === 0
            ? nothing
            : html`<p class="doubt"><strong>Ring about each worry.</strong> Nobody has received it yet.</p>`
        }
        <p class="presses">
          <button type="button" data-press="send-now" @click=${sendNow}>Send now</button>
          <button type="button" class="quiet" data-press="stay" @click=${stay}>Stay signed in</button>
        </p>
        <p>Are you leaving? Press “Lock” above. A colleague can sign in, and what you wrote stays for you.</p>
        ${emergencyCard(state.emergency)}`,
  );
};

/** Each line says how many of what. The same piece is counted once. */
function lines({ total, escalations, ofOthers, waitingForPerson, drafts }: Unsent): readonly string[] {
  const rest = total - escalations - ofOthers;
  return [
    ...(escalations > 0 ? [`Worries that were NOT sent: ${escalations}`] : []),
    ...(rest > 0 ? [`Other entries that were not sent: ${rest}`] : []),
    ...(ofOthers > 0 ? [`Of colleagues, who have to sign in to send them: ${ofOthers}`] : []),
    ...(waitingForPerson > 0 ? [`Of these, waiting for somebody’s decision: ${waitingForPerson}`] : []),
    ...(drafts === null ? ['Drafts that were not signed: not known'] : []),
    ...(drafts !== null && drafts > 0 ? [`Drafts that were not signed: ${drafts}`] : []),
  ];
}
