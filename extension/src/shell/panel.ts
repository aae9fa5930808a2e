import { reportCaught } from '@ehch/clinical/diagnostics';
import { nothing, render } from 'lit/html.js';
import type { WhoTold } from '../messages/accounts.ts';
import type { SitesTold } from '../messages/side-state.ts';
import type { SideMessage } from '../messages/side.ts';
import { copyAdapter } from './copy-adapter.ts';
import { createFindForm, type FindForm } from './find-form.ts';
import { identityHeader } from './identity-header.ts';
import { isRecordShown, type PanelActions, type PanelState, type ShownState } from './panel-state.ts';
import { pressGuard } from './press-guard.ts';
import { createRecordArea } from './record-area.ts';
import * as screens from './screens/index.ts';
import { siteList } from './site-list.ts';
import { whoBar } from './who-bar.ts';

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
  const who = document.createElement('div');
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
  // Only code moves the focus here, and only after a press in this panel took away what had it.
  words.tabIndex = -1;
  main.append(words, record);
  body.append(who, header, main, footer, status);

  let state: PanelState = { kind: 'starting' };
  const press = pressGuard();
  const area = createRecordArea(record, {
    changed: () => draw(state),
    retry: (ctx, section) => send({ kind: 'retry', ctx, section }),
  });
  const actions: PanelActions = {
    account: send,
    confirmIdentity: (ctx) => press.counts() && send({ kind: 'confirm-identity', ctx }),
    readRoster: () => send({ kind: 'read-roster' }),
    findByHand(identifiers) {
      // The answer may be in the same words as the last one, and has to be read out again.
      status.textContent = '';
      send({ kind: 'find-by-hand', identifiers });
    },
    chooseByHand: (ctx, resident) => press.counts() && send({ kind: 'choose-by-hand', ctx, resident }),
    keepByHand: (ctx) => send({ kind: 'keep-by-hand', ctx }),
    putAway: () => send({ kind: 'put-away' }),
    goOnWithPage: (ctx) => press.counts() && send({ kind: 'go-on-with-page', ctx }),
    enableSite: (origin, template) =>
      void ask(origin, template === null ? null : { kind: 'enable-site', origin, template }),
    revokeSite: (origin) => send({ kind: 'revoke-site', origin }),
    teachBegin: (origin, draft) => void ask(origin, { kind: 'teach-begin', origin, draft }),
    teachPress: (ctx, pressed) => press.counts() && send({ kind: 'teach-press', ask: ctx, pressed }),
    copyAdapter: (text) => void copyAdapter(text).then((said) => (status.textContent = said)),
  };
  const form = createFindForm(actions.findByHand);

  async function ask(origin: string, then: SideMessage | null): Promise<void> {
    // First: after any wait the browser no longer believes that a person pressed.
    const granted = await askForSite(origin);
    if (granted && then !== null) send(then);
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
    const shown = isRecordShown(state) ? state : null;
    const hadFocus = words.contains(document.activeElement);
    // First: the former person's record goes before the next person's name appears.
    area.clear(shown);
    press.saw(state);
    form.saw(state);
    render(shown ? identityHeader(shown) : nothing, header);
    const screen = shown ? shownScreen(shown, area.show(shown), actions) : screenOf(state, actions, form);
    render(screen.words, words);
    if (hadFocus && !words.contains(document.activeElement)) words.focus();
    // Only on a change: a live region that is written again would be read out again.
    if (status.textContent !== screen.announcement) status.textContent = screen.announcement;
  }

  draw(state);
  return {
    draw,
    drawSites: (told: SitesTold) => render(siteList(told, actions), sites),
    drawWho: (told: WhoTold) => render(whoBar(told, actions), who),
  };
}

function shownScreen(state: ShownState, drawing: screens.Drawing, actions: PanelActions): screens.Screen {
  return state.kind === 'shown' ? screens.shown(state, drawing) : screens.byHand(state, drawing, actions);
}

function screenOf(state: PanelState, actions: PanelActions, form: FindForm): screens.Screen {
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
      return screens.notEnabled(state, actions, form);
    case 'no-patient':
      return screens.noPatient(state, actions, form);
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
    case 'by-hand-nobody':
      return screens.byHandNobody(state, actions, form);
    case 'by-hand-choose':
      return screens.byHandChoose(state, actions);
    case 'by-hand-differs':
      return screens.byHandDiffers(state, actions);
    case 'by-hand-doubted':
      return screens.byHandDoubted(state, actions);
    case 'teaching':
      return screens.teaching(state, actions);
    case 'locked':
      return screens.locked();
    case 'signed-out':
      return screens.signedOut(state, actions);
    case 'signing-in':
      return screens.signingIn(state);
    case 'soft-lock':
      return screens.softLock(state, actions);
    case 'hard-lock':
      return screens.hardLock(state, actions);
    case 'unsent':
      return screens.unsent(state, actions);
    case 'shown':
    case 'by-hand':
    case 'not-understood':
      return screens.notUnderstood();
  }
}
