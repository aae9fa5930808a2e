import { reportCaught } from '@ehch/clinical/diagnostics';
import { nothing, render } from 'lit/html.js';
import type { SideMessage } from '../messages/side.ts';
import { identityHeader } from './identity-header.ts';
import type { PanelActions, PanelState } from './panel-state.ts';
import { pressGuard } from './press-guard.ts';
import { createRecordArea } from './record-area.ts';
import * as screens from './screens/index.ts';

/**
 * The side panel: identity, words and the record. Each state is drawn whole, in one task: what belongs to the former
 * person is off the screen before anything of the next one is on it.
 */
export function createPanel(body: HTMLElement, send: (message: SideMessage) => void) {
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
  footer.textContent = 'EHCH Kit. Not an NHS product; not endorsed by NHS England.';
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
  };

  function draw(next: PanelState): void {
    try {
      drawWhole(next);
    } catch (error) {
      reportCaught(error, 'extension/panel');
      // Data that break the contract must not leave the former person's name, or half of the next one's, on screen.
      drawWhole({ kind: 'not-understood' });
    }
  }

  function drawWhole(next: PanelState): void {
    state = next;
    const shown = state.kind === 'shown' ? state : null;
    area.clear(shown);
    press.saw(state);
    render(shown ? identityHeader(shown) : nothing, header);
    const screen = state.kind === 'shown' ? screens.shown(state, area.show(state)) : screenOf(state, actions);
    render(screen.words, words);
    if (status.textContent !== screen.said) status.textContent = screen.said;
  }

  draw(state);
  return { draw };
}

function screenOf(state: Exclude<PanelState, { kind: 'shown' }>, actions: PanelActions): screens.Screen {
  switch (state.kind) {
    case 'starting':
      return screens.starting();
    case 'lost':
      return screens.lost();
    case 'not-configured':
      return screens.notConfigured();
    case 'no-patient':
      return screens.noPatient(state, actions);
    case 'not-on-roster':
      return screens.notOnRoster(state, actions);
    case 'ambiguous':
      return screens.ambiguous();
    case 'blocked':
      return screens.blocked(state);
    case 'confirm':
      return screens.confirm(state, actions);
    case 'not-understood':
      return screens.notUnderstood();
  }
}
