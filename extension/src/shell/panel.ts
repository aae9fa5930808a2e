import { reportCaught } from '@ehch/clinical/diagnostics';
import { nothing, render } from 'lit/html.js';
import type { SideMessage } from '../messages/side.ts';
import type { SitesTold } from '../messages/side-state.ts';
import { identityHeader } from './identity-header.ts';
import type { PanelActions, PanelState } from './panel-state.ts';
import { pressGuard } from './press-guard.ts';
import { createRecordArea } from './record-area.ts';
import * as screens from './screens/index.ts';
import { siteList } from './site-list.ts';

/**
 * Creates the side panel: identity, words and the record.
 *
 * The panel draws each state whole and in one task. Everything about one person is off the screen before anything
 * about the next appears.
 *
 * @param askForSite asks the browser for its permission for one site. A browser listens only within the press itself
 */
export function createPanel(
  body: HTMLElement,
  send: (message: SideMessage) => void,
  askForSite: (origin: string) => Promise<boolean>,
) {
  const header = document.createElement('header');
  const main = document.createElement('main');
  const words = document.createElement('div');
  const record = document.createElement('div');
  const status = document.createElement('p');
  words.className = 'words';
  record.className = 'record';
  status.className = 'spoken';
  status.role = 'status';
  const footer = document.createElement('footer');
  const sites = document.createElement('div');
  footer.append(sites, 'EHCH Kit. Not an NHS product; not endorsed by NHS England.');
  main.append(words, record);
  body.append(header, main, footer, status);

  let state: PanelState = { kind: 'starting' };
  const press = pressGuard();
  const area = createRecordArea(record, {
    changed: () => draw(state),
    retry: (ctx, section) => send({ kind: 'retry', ctx, section }),
  });
  const actions: PanelActions = {
    confirmIdentity: (ctx) => press.counts() && send({ kind: 'confirm-identity', ctx }),
    readRoster: () => send({ kind: 'read-roster' }),
    enableSite: (origin, template) => void enable(origin, template),
    revokeSite: (origin) => send({ kind: 'revoke-site', origin }),
  };

  async function enable(origin: string, template: string | null): Promise<void> {
    // First: after any wait the browser no longer believes that a person pressed.
    const granted = await askForSite(origin);
    if (granted && template !== null) send({ kind: 'enable-site', origin, template });
  }

  function draw(next: PanelState): void {
    try {
      drawWhole(next);
    } catch (error) {
      reportCaught(error, 'extension/panel');
      // Broken data must not leave the former person's name, or half of the next person's, on screen.
      drawWhole({ kind: 'not-understood' });
    }
  }

  function drawWhole(next: PanelState): void {
    state = next;
    const shown = state.kind === 'shown' ? state : null;
    // First: the former person's record goes before the next person's name appears.
    area.clear(shown);
    press.saw(state);
    render(shown ? identityHeader(shown) : nothing, header);
    const screen = state.kind === 'shown' ? screens.shown(state, area.show(state)) : screenOf(state, actions);
    render(screen.words, words);
    // Only on a change: a live region that is written again would be read out again.
    if (status.textContent !== screen.announcement) status.textContent = screen.announcement;
  }

  draw(state);
  return { draw, drawSites: (told: SitesTold) => render(siteList(told, actions), sites) };
}

function screenOf(state: Exclude<PanelState, { kind: 'shown' }>, actions: PanelActions): screens.Screen {
  switch (state.kind) {
    case 'starting':
      return screens.starting();
    case 'changing':
      return screens.changing();
    case 'silent':
      return screens.silent();
    case 'lost':
      return screens.lost();
    case 'not-configured':
      return screens.notConfigured();
    case 'not-enabled':
      return screens.notEnabled(state, actions);
    case 'no-patient':
      return screens.noPatient(state, actions);
    case 'not-on-roster':
      return screens.notOnRoster(state, actions);
    case 'ambiguous':
      return screens.ambiguous();
    case 'too-many':
      return screens.tooMany();
    case 'blocked':
      return screens.blocked(state);
    case 'confirm':
      return screens.confirm(state, actions);
    case 'not-understood':
      return screens.notUnderstood();
  }
}
