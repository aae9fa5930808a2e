import { canEnterInError, canWithdraw } from '@ehch/clinical/session';
import type { Finished, FormSession } from '@ehch/clinical/session';
import type { Instant } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { authorWords } from '../internal/section-words.ts';
import { data } from '../internal/text.ts';
import { moment } from '../internal/when.ts';
import { isUnheard, notDoneWords } from '../internal/trouble-words.ts';
import { receiptWords } from './port-words.ts';
import { press, typed } from './scorer-press.ts';

/** What was signed by mistake: taken back within minutes, or else marked as entered in error, with a reason. */
export function takeBack(session: FormSession, now: Instant): TemplateResult | typeof nothing {
  const { phase } = session;
  if (phase.state === 'withdrawing') return html`<p role="status">The signature is being taken back.</p>`;
  if (phase.state !== 'finished') return nothing;
  const { inError, failure } = phase;
  const failed =
    failure === null
      ? nothing
      : html`<p class="notice strong" role="alert">
          ${data(notDoneWords('done', failure.error))}.${isUnheard(failure.error) ? nothing : ' It still stands.'}
        </p>`;
  if (inError !== null) return html`${inErrorLine(inError)}${markLine(phase, now)}`;
  if (canWithdraw(session, now))
    return html`${failed}
      <div class="buttons">
        <button type="button" ${press({ kind: 'withdraw' })}>Undo signing</button>
      </div>`;
  return html`${failed}${canEnterInError(session) ? markInError(session) : nothing}`;
}

/** How far the taking back of the signature is. A refusal stands with what is in the way of signing. */
export function undoing({ takenBack }: FormSession, now: Instant): TemplateResult | typeof nothing {
  if (takenBack === null || takenBack.receipt?.state === 'refused') return nothing;
  return html`<p class="receipt">Undo signing: ${data(receiptWords(takenBack.receipt, now))}</p>
    <p class="aside">Until that is sent, what was signed may still stand.</p>`;
}

/** How far the mark is: others read it only once the server has it. */
function markLine({ asked }: Finished, now: Instant): TemplateResult | typeof nothing {
  if (asked === null || asked.receipt === null) return nothing;
  return html`<p class="receipt">This mark: ${data(receiptWords(asked.receipt, now))}</p>`;
}

/** On screen and on paper alike: who reads the answers reads first that they do not hold. */
export function inErrorLine({ reason, at, by }: NonNullable<Finished['inError']>): TemplateResult {
  return html`<p class="notice strong">
    ENTERED IN ERROR, ${moment(at)}, ${data(authorWords(by))}: ${data(reason)}
  </p>`;
}

function markInError({ screen, around }: FormSession): TemplateResult {
  const { inErrorReason: reason, markedBy } = screen;
  if (reason === null)
    return html`<div class="buttons">
      <button type="button" ${press({ kind: 'type-reason', reason: '' })}>This was entered in error…</button>
    </div>`;
  return html`<div class="buttons">
    <label class="field"
      >Entered in error because
      <input autocomplete="off" .value=${reason} ${typed('input', 'type-reason', typing)} />
    </label>
    ${around.author?.name?.trim() ? nothing : whoMarks(markedBy)}
    <button type="button" ${press({ kind: 'enter-in-error', reason: reason.trim() })}>Mark as entered in error</button>
    <button type="button" ${press({ kind: 'type-reason', reason: null })}>Cancel</button>
  </div>`;
}

/** Asked anew where the page does not say who is there: a colleague may mark what somebody else signed. */
function whoMarks(name: string): TemplateResult {
  return html`<label class="field"
    >Your name
    <input autocomplete="off" maxlength="80" .value=${name} ${typed('input', 'type-marked-by', naming)} />
  </label>`;
}

function naming(name: string) {
  return { kind: 'type-marked-by', name } as const;
}

function typing(reason: string) {
  return { kind: 'type-reason', reason } as const;
}
