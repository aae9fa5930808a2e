import { html, type TemplateResult } from 'lit/html.js';
import type { SideState } from '../../messages/side-state.ts';
import type { PanelActions } from '../panel-state.ts';

type Teach = NonNullable<Extract<SideState, { kind: 'not-enabled' }>['teach']>;

/** A person can point at the page where no template fits. The first press asks the browser for the one site. */
export function teachOffer(
  { origin, hasDraft }: Teach,
  { teachBegin }: Pick<PanelActions, 'teachBegin'>,
): TemplateResult {
  const point = () => teachBegin(origin, false);
  const goOn = () => teachBegin(origin, true);
  return hasDraft
    ? html`<p>A draft is kept for this site. It reads nobody until it was seen with two people.</p>
        <p class="presses">
          <button type="button" data-press="go-on-with-draft" @click=${goOn}>Go on with the draft</button>
          <button type="button" class="quiet" data-press="point" @click=${point}>Point at it anew</button>
        </p>`
    : html`<p>
          Without a template that fits, show this panel where the NHS number and the date of birth stand. You
          need two patients of your system.
        </p>
        <p>
          <button type="button" class="quiet" data-press="point" @click=${point}>Point at it yourself</button>
        </p>`;
}
