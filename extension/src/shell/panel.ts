import { nothing, render } from 'lit/html.js';
import type { SideMessage } from '../messages/side.ts';
import { identityHeader } from './identity-header.ts';
import { pressGuard } from './press-guard.ts';
import type { PanelActions, PanelState } from './panel-state.ts';
import { createRendererFrame, type RendererFrame } from './renderer-frame.ts';
import * as screens from './screens/index.ts';

/**
 * The side panel: identity, words and the renderer's frame. Each state is drawn whole, in one task: what belongs to
 * the former person is off the screen before anything of the next one is on it.
 */
export function createPanel(body: HTMLElement, send: (message: SideMessage) => void) {
  const [header, words, record, status] = ['header', 'div', 'div', 'p'].map((tag) =>
    document.createElement(tag),
  ) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement];
  const main = document.createElement('main');
  words.className = 'words';
  record.className = 'record';
  status.className = 'spoken';
  status.role = 'status';
  main.append(words, record);
  body.append(header, main, status);

  let frame: RendererFrame | null = null;
  const press = pressGuard();
  const actions: PanelActions = {
    confirmIdentity: (ctx) => press.counts() && send({ kind: 'confirm-identity', ctx }),
    retry: (ctx, section) => send({ kind: 'retry', ctx, section }),
    readRoster: () => send({ kind: 'read-roster' }),
  };

  /** Guard: a frame belongs to the context that it was made for, and goes with it. */
  function frameFor(ctx: string | null): RendererFrame | null {
    if (frame !== null && (__CONTEXT_CHECK__ ? frame.ctx !== ctx : ctx === null)) {
      frame.remove();
      frame = null;
    }
    return frame;
  }

  function makeFrame(ctx: string): RendererFrame {
    frame = createRendererFrame({
      host: record,
      ctx,
      drawn: () => draw(last),
      retry: (section) => actions.retry(ctx, section),
    });
    return frame;
  }

  let last: PanelState = { is: 'starting' };
  let given: PanelState | null = null;

  function draw(state: PanelState): void {
    last = state;
    let current = frameFor(state.is === 'shown' ? state.ctx : null);
    press.saw(state);
    render(state.is === 'shown' ? identityHeader(state) : nothing, header);
    if (state.is === 'shown') {
      current ??= makeFrame(state.ctx);
      const { ctx, view, place, now } = state;
      if (view !== null && given !== state) current.show({ kind: 'show', ctx, view, place, now });
    }
    given = state;
    const screen = screenOf(state, current?.hasDrawn === true, actions);
    render(screen.words, words);
    if (status.textContent !== screen.said) status.textContent = screen.said;
  }

  draw(last);
  return { draw };
}

function screenOf(state: PanelState, hasDrawn: boolean, actions: PanelActions): screens.Screen {
  switch (state.is) {
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
    case 'shown':
      return screens.shown(state, hasDrawn && state.view !== null);
    case 'not-understood':
      return screens.notUnderstood();
  }
}
