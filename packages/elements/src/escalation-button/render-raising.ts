import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { EscalationView } from './escalation-view.ts';
import { renderAlready } from './render-already.ts';
import { renderAfter } from './render-closed.ts';
import { renderObserve } from './render-observe.ts';
import { renderGoesOn, renderReceipt } from './render-receipt.ts';
import { renderRing } from './render-ring.ts';
import { renderSay } from './render-say.ts';
import { renderDanger, renderSeen } from './render-seen.ts';
import { renderLimits, renderWishes } from './render-wishes.ts';

/** The whole of an escalation, in the order in which it is needed. In danger what to do comes straight after what was pressed. */
export function renderRaising(view: EscalationView): TemplateResult {
  const isFirst = view.advice.kind !== 'rung' && view.advice.kind !== 'nothing-yet';
  const ring = renderRing(view);
  return html`${renderWishes(view)} ${renderDanger(view)} ${isFirst ? ring : ''} ${renderReceipt(view)}
  ${isFirst ? '' : ring} ${renderGoesOn(view)} ${renderAlready(view)} ${renderLimits(view)} ${renderSeen(view)}
  ${renderObserve(view)} ${renderSay(view)} ${renderAfter(view)}`;
}
