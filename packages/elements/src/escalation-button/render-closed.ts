import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { escalationPresses } from './escalation-press.ts';
import { inDanger } from './render-nobody.ts';
import type { EscalationView } from './escalation-view.ts';

const { press } = escalationPresses;

/**
 * Before anything is asked: the big button alone, and beside it the way for other matters. 999 needs no press
 * before it, except that nobody is sent to it for dying itself where that is in no doubt (SPEC R4).
 *
 * @param isCarried whether a worry was withdrawn here because it was about another resident
 */
export function renderClosed({ pronouns, agreed }: EscalationView, isCarried: boolean): TemplateResult {
  return html`<div class="buttons">
    ${
      isCarried
        ? html`<button type="button" ${press({ kind: 'carry-over' })}>Raise here what you withdrew</button>`
        : nothing
    }
    <button type="button" class="worry-button" ${press({ kind: 'open', isWorried: true })}>
      Not ${pronouns.reflexive}
    </button>
    <button type="button" ${press({ kind: 'open', isWorried: false })}>Ask or tell the practice</button>
    ${agreed.lastDays && agreed.cpr.state !== 'attempt' ? nothing : inDanger()}
  </div>`;
}

/** The way out. */
export function renderAfter({ session }: EscalationView): TemplateResult {
  return session.raised === null
    ? html`<button type="button" ${press({ kind: 'close' })}>Close without sending</button>`
    : html`<button type="button" ${press({ kind: 'another' })}>Another matter</button>`;
}
