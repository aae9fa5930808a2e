import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { data } from '../internal/text.ts';
import type { EscalationView } from './escalation-view.ts';
import { renderAlready } from './render-already.ts';
import { renderAfter } from './render-closed.ts';
import { inDanger } from './render-nobody.ts';
import { renderObserve } from './render-observe.ts';
import { renderGoesOn, renderReceipt } from './render-receipt.ts';
import { renderRing } from './render-ring.ts';
import { renderSay } from './render-say.ts';
import { renderDanger, renderSeen } from './render-seen.ts';
import { renderLimits, renderWishes } from './render-wishes.ts';

/** The whole of an escalation, in the order in which it is needed. In danger what to do comes straight after what was pressed. */
export function renderRaising(view: EscalationView): TemplateResult {
  if (isAboutAnother(view))
    return html`${renderReceipt(view)} ${renderNext(view)} ${renderAlready(view)} ${renderAfter(view)}`;
  const isFirst = view.advice.kind !== 'rung' && view.advice.kind !== 'nothing-yet';
  const ring = renderRing(view);
  return html`${renderWishes(view)} ${renderDanger(view)} ${isFirst ? ring : ''} ${renderReceipt(view)}
  ${isFirst ? '' : ring} ${renderGoesOn(view)} ${renderAlready(view)} ${renderLimits(view)} ${renderSeen(view)}
  ${renderObserve(view)} ${renderSay(view)} ${renderAfter(view)}`;
}

/** Withdrawn, here or by a colleague, because it was about another resident. Nothing of it is to be said or rung about this one. */
function isAboutAnother(view: EscalationView): boolean {
  const { thread } = view;
  if (thread?.ending.state === 'withdrawn') return thread.ending.why === 'wrong-resident';
  return hasWithdrawnHere(view);
}

function hasWithdrawnHere({ session }: EscalationView): boolean {
  return session.acts.some(({ entry: { act } }) => act.kind === 'withdraw' && act.why === 'wrong-resident');
}

/** What is left to do: somebody else may be unwell, and perhaps nobody knows of it. Only where it was withdrawn it can be carried. */
function renderNext(view: EscalationView): TemplateResult {
  const { thread } = view;
  const by = thread?.ending.state === 'withdrawn' ? thread.ending.by.by.name : null;
  const [what, next] = hasWithdrawnHere(view)
    ? [
        'Nobody has been told of the right resident yet.',
        'Choose them now, and press “Raise here what you withdrew”.',
      ]
    : ['It was about another resident.', `Ask ${by} who it was, and whether that was raised.`];
  return html`<div class="card notice">
    <p class="strong">▲ ${what}</p>
    <p>${data(next)}</p>
    ${inDanger()}
  </div>`;
}
