import { stopOf, type EscalationStop } from '@ehch/clinical/session';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../internal/heading.ts';
import { data, lines } from '../internal/text.ts';
import { presses } from './escalation-press.ts';
import type { EscalationView } from './escalation-view.ts';
import { receiptWords, type ReceiptWords } from './receipt-words.ts';

const { press, typed } = presses;

const STOPS: Readonly<Record<EscalationStop, string>> = {
  'nothing-said': 'Tick one thing, or write a word.',
  'name-not-checked': 'Another resident has this name. Look at room and date of birth first.',
  'no-name': 'Write a name first.',
};

/** The receipt, always in sight. */
export function renderReceipt(view: EscalationView): TemplateResult {
  const { session, place, inbox, thread, now, canSend } = view;
  const words = receiptWords(session, { now, place, inbox, thread });
  if (words === null) return renderSend(view);
  return html`<div class="receipt ${words.tone}" part="receipt">
    <p class="strong">${SHAPE[words.tone]}${data(words.line)}</p>
    ${words.more.map((more) => html`<p>${lines(more)}</p>`)}
    ${canSend ? nothing : html`<p>This page cannot send anything.</p>`} ${again(view)}
  </div>`;
}

/** Not by colour alone: each tone has a shape. */
const SHAPE: Readonly<Record<ReceiptWords['tone'], string>> = {
  'not-sent': '▲ ',
  long: '▲ ',
  sent: '',
  answered: '✓ ',
};

function renderSend({ session, canSend, pronouns }: EscalationView): TemplateResult {
  const stop = stopOf(session);
  const isNamesake = session.sameName.exists && !session.sameName.isChecked;
  return html`<div class="receipt" part="receipt">
    ${isNamesake ? html`<button type="button" ${press({ kind: 'check-name' })}>I have checked: it is ${pronouns.object}</button>` : nothing}
    ${stop === null || stop === 'name-not-checked' ? nothing : html`<p class="aside">${STOPS[stop]}</p>`}
    ${stop === 'name-not-checked' ? html`<p class="strong">▲ ${STOPS[stop]}</p>` : nothing}
    ${
      canSend
        ? html`<button type="button" class="send" aria-disabled=${stop !== null} ${press({ kind: 'send' })}>Send to the practice</button>`
        : html`<p class="strong">▲ This page cannot send anything. Ring.</p>`
    }
    <p class="aside">Sending does not call anybody. If it is urgent, ring as well.</p>
  </div>`;
}

function again({ session }: EscalationView): TemplateResult | typeof nothing {
  const lost = [session.raised, ...session.acts].find((one) => one?.handing.state === 'not-known');
  if (!lost) return nothing;
  return html`<button type="button" ${press({ kind: 'hand-again', entry: lost.entry.id })}>Try again</button>`;
}

/** The thread goes on: each is an intent of its own. */
export function renderGoesOn({
  session,
  thread,
  pronouns,
  level,
}: EscalationView): TemplateResult | typeof nothing {
  const handing = session.raised?.handing;
  const isTaken = handing?.state === 'told' && handing.receipt.state !== 'refused';
  if (!isTaken || thread?.ending.state === 'withdrawn') return nothing;
  const { more } = session;
  const question = thread?.questions.at(-1);
  const answer = thread?.answered ?? null;
  const she = { her: 'She is', him: 'He is', them: 'They are' }[pronouns.object];
  return html`<section class="card" aria-labelledby="next">
    ${heading(level + 1, 'next', 'What next')}
    <label class="field" ${typed('input', 'write', (text) => ({ kind: 'write', field: 'more', text }))}>
      ${question === undefined ? 'More to say' : 'Your reply'}
      <textarea rows="2" maxlength="2000" .value=${more}></textarea>
    </label>
    <div class="buttons">
      ${
        question === undefined
          ? html`<button type="button" ${press({ kind: 'act', act: { kind: 'add', words: more, observations: null } })}>Add this</button>`
          : html`<button type="button" ${press({ kind: 'act', act: { kind: 'reply', question: question.entry, words: more } })}>Reply</button>`
      }
      <button type="button" class="worse" ${press({ kind: 'act', act: { kind: 'worse', words: more } })}>▲ ${she} worse</button>
      <button type="button" ${press({ kind: 'act', act: { kind: 'better', words: more } })}>Better now</button>
      <button type="button" ${press({ kind: 'act', act: { kind: 'call', to: '999', isAnswered: true, words: more } })}>999 called</button>
      <button type="button" ${press({ kind: 'act', act: { kind: 'went-to-hospital', where: null, words: more } })}>Gone to hospital</button>
      ${
        answer === null || answer.happened !== null
          ? nothing
          : html`<button type="button" ${press({ kind: 'act', act: { kind: 'happened', answer: answer.entry, words: more } })}>It happened</button>`
      }
      <button type="button" ${press({ kind: 'act', act: { kind: 'withdraw', why: 'wrong-resident', words: more } })}>Wrong resident: withdraw</button>
    </div></section>`;
}
