import { html } from 'lit/html.js';
import type { SideState } from '../../messages/side-state.ts';
import type { PanelActions } from '../panel-state.ts';
import { screen } from './screen.ts';

/** Names neither: a reader could take the one for the other. */
export const byHandDiffers = (
  { ctx }: Extract<SideState, { kind: 'by-hand-differs' }>,
  { goOnWithPage }: Pick<PanelActions, 'goOnWithPage'>,
) => {
  const goOn = () => goOnWithPage(ctx);
  return screen(
    'The page shows somebody else',
    (heading) =>
      html`<div class="doubt">
        <h1><span aria-hidden="true">▲ </span>${heading}</h1>
        <p>
          A resident was chosen by hand here. The page in front now shows another patient, or more than one.
          Neither is shown.
        </p>
        <p>
          <button type="button" data-press="go-on" @click=${goOn}>Go on with the page</button>
        </p>
        <p>To go on with the resident instead, leave that page, and find the resident again.</p>
      </div>`,
  );
};
