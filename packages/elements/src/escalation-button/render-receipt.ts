import { signWords } from '@ehch/clinical/escalation';
import {
  isBegun,
  isHeardSince,
  isTakenOver,
  isUntold,
  notedSince,
  observedSince,
  seenSince,
  stopOf,
  type EscalationStop,
  type HandedEntry,
} from '@ehch/clinical/session';
import { stillToRing, type ThreadAct } from '@ehch/clinical/thread';
import type { Instant } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../internal/heading.ts';
import { phone } from '../internal/phone.ts';
import { ringLine } from '../internal/ring-line.ts';
import { shortMoment } from '../internal/short-moment.ts';
import { data, lines } from '../internal/text.ts';
import { escalationPresses, type EscalationButtonPress } from './escalation-press.ts';
import type { EscalationView } from './escalation-view.ts';
import { escalationReceipt } from './escalation-receipt.ts';
import type { ReceiptWords } from './receipt-around.ts';

const { press, typed } = escalationPresses;

type EntryAct = Exclude<ThreadAct, { kind: 'raise' }>;

const STOPS: Readonly<Record<EscalationStop, string>> = {
  'nothing-said': 'Tick one thing, or write a word.',
  'name-not-checked': 'Another resident has this name. Look at room and date of birth first.',
  'no-name': 'Write a name first.',
  'no-presser': 'Write your own name first.',
};

/** The receipt. Further down one line of it stays in sight. */
export function renderReceipt(view: EscalationView): TemplateResult {
  const { session, canSend } = view;
  const words = escalationReceipt(session, view);
  if (words === null) return renderSend(view);
  const tone = isUntold(session) && words.tone !== 'told-to-ring' ? 'not-sent' : words.tone;
  // The line comes before what it stands for, which covers it as long as it is in sight itself.
  return html`<p class="stuck ${tone}" aria-hidden="true">${SHAPE[tone]}${IN_SHORT[tone]}</p>
  <div class="receipt ${tone}" part="receipt" tabindex="-1">
    ${raisedBefore(view)}
    <p class="strong">${SHAPE[words.tone]}${data(words.line)}</p>
    ${words.more.map((more) => html`<p>${lines(more)}</p>`)} ${ringNow(words, view)}
    ${canSend ? nothing : html`<p>This page cannot send anything.</p>`} ${again(view)} ${sinceThen(view)}
  </div>`;
}

/** Whose matter it is, and what was said then: whoever goes on with it may not be who raised it. */
function raisedBefore({ session, now }: EscalationView): TemplateResult | typeof nothing {
  const { raised, wentOnFrom } = session;
  if (wentOnFrom === null || raised?.entry.act.kind !== 'raise') return nothing;
  const { by, pressedAt, act } = raised.entry;
  const words = [act.words === '' ? null : `“${act.words}”`, ...act.signs.map(signWords)].filter(
    (one) => one !== null,
  );
  return html`<p>${lines(`Raised by ${by.name}, ${shortMoment(pressedAt, now)}: ${words.join(' · ')}`)}</p>`;
}

/** Whoever must not wait for it finds the number in the same place. */
function ringNow({ tone }: ReceiptWords, view: EscalationView): TemplateResult | typeof nothing {
  const { ringing, gone } = view;
  // The card says whom to tell that somebody has gone.
  if (gone !== null) return nothing;
  if (tone === 'told-to-ring') return html`<p class="strong">Ring: ${phone('999')} or ${phone('111')}</p>`;
  if (tone !== 'not-sent' && tone !== 'long') return nothing;
  return html`<p class="strong">Ring: ${ringLine(ringing.now, view)}</p>`;
}

/** Not by colour alone: each tone has a shape. */
const SHAPE: Readonly<Record<ReceiptWords['tone'], string>> = {
  'not-sent': '▲ ',
  long: '▲ ',
  'told-to-ring': '▲ ',
  sent: '',
  answered: '✓ ',
};

/** So short that nothing of it is cut off on a narrow screen. What is true to the word stands in the receipt. */
const IN_SHORT: Readonly<Record<ReceiptWords['tone'], string>> = {
  'not-sent': 'NOT SENT, or not known to be.',
  long: 'Do not wait for it: ring.',
  'told-to-ring': 'Ring 999 or 111.',
  sent: 'How it stands is further up.',
  answered: 'Answered: read it further up.',
};

function renderSend(view: EscalationView): TemplateResult {
  const { session, canSend, pronouns, presser } = view;
  const stop = stopOf(session, presser);
  const isNamesake = session.sameName.exists && !session.sameName.isChecked;
  return html`<div class="receipt" part="receipt">
    ${isNamesake ? button(`I have checked: it is ${pronouns.object}`, { kind: 'check-name' }) : nothing}
    ${whoPresses(view)} ${stop === null ? nothing : stopWords(stop)}
    ${canSend ? nothing : html`<p class="strong">▲ This page cannot send anything. Ring.</p>`}
    <p class="aside">Sending does not call anybody. If it is urgent, ring as well.</p>
    ${isBegun(session) ? NOT_KEPT : nothing}
  </div>
  ${canSend ? html`<div class="stuck">${sendButton(stop !== null, view)}</div>` : nothing}`;
}

const NOT_KEPT = html`<p class="aside">Until you send it, closing or reloading this page loses it.</p>`;

function stopWords(stop: EscalationStop): TemplateResult {
  const words = STOPS[stop];
  return stop === 'name-not-checked'
    ? html`<p class="strong">▲ ${words}</p>`
    : html`<p class="aside">${words}</p>`;
}

/** Asked where the page does not say it. Without a name nothing is sent (SPEC X9). */
function whoPresses({ asksPresser, session }: EscalationView): TemplateResult | typeof nothing {
  if (!asksPresser) return nothing;
  return html`<label class="field" ${typed('input', 'write', (text) => ({ kind: 'write', field: 'presser', text }))}>
    Your name
    <input type="text" maxlength="80" autocomplete="off" .value=${session.presser} />
  </label>`;
}

function sendButton(isStopped: boolean, { place }: EscalationView): TemplateResult {
  // Where there is no server nothing reaches the practice, and the button must not say so.
  const label = place?.server === 'none' ? 'Keep on this PC: it reaches nobody' : 'Send to the practice';
  return html`<button type="button" class="send" aria-disabled=${isStopped} ${press({ kind: 'send' })}>
    ${label}
  </button>`;
}

function again({ session }: EscalationView): TemplateResult | typeof nothing {
  const lost = [session.raised, ...session.acts].find((one) => one?.handing.state === 'not-known');
  if (lost) return button('Try again', { kind: 'hand-again', entry: lost.entry.id });
  const isOver = session.raised?.handing.state === 'told' && !isTakenOver(session);
  return isOver ? button('Write it again with the same words', { kind: 'same-again' }) : nothing;
}

/** What stands on this screen alone. Nobody else has it before the next press. */
function sinceThen({ session, pronouns, thread }: EscalationView): TemplateResult | typeof nothing {
  if (!isUntold(session)) return nothing;
  const signs = seenSince(session).map(signWords).join(', ');
  const byWords = (thread?.questions ?? []).length === 0 ? 'Press “Add this”.' : 'Press “Reply”.';
  return html`<p class="strong">
    ▲ NOT SENT:
    ${signs === '' ? nothing : `${signs}. Press “${pronouns.subjectIs} worse”. `}
    ${observedSince(session) === null ? nothing : 'the observations. Press “Add this”. '}
    ${notedSince(session).length === 0 ? nothing : html`${data(notedSince(session).join(' '))} ${byWords} `}
    ${isHeardSince(session) ? 'what was decided. Press “Add this call”.' : nothing}
  </p>`;
}

/** The thread goes on: each is an intent of its own. */
export function renderGoesOn(view: EscalationView): TemplateResult | typeof nothing {
  const { session, thread, pronouns, level, presser } = view;
  if (!isTakenOver(session) || thread?.ending.state === 'withdrawn') return nothing;
  const { more } = session;
  const question = thread?.questions.at(-1);
  const answer = thread?.answered ?? null;
  const act = (label: string, one: EntryAct) => button(label, { kind: 'act', act: one });
  const observations = observedSince(session);
  const said =
    question === undefined
      ? act('Add this', { kind: 'add', words: more, observations })
      : html`${act('Reply', { kind: 'reply', question: question.entry, words: more })}
        ${observations === null ? nothing : act('Add this', { kind: 'add', words: '', observations })}`;
  const isPromised = answer !== null && answer.happened === null;
  // Whoever was told to ring either says which of the two it was (thread SPEC P10).
  const isToldToRing = thread !== null && stillToRing(thread) !== null;
  return html`<section class="card" aria-labelledby="next">
    ${heading(level + 1, 'next', 'What next')}
    <label class="field" ${typed('input', 'write', (text) => ({ kind: 'write', field: 'more', text }))}>
      ${question === undefined ? 'More to say' : 'Your reply'}
      <textarea rows="2" maxlength="2000" .value=${more}></textarea>
    </label>
    ${whoPresses(view)} ${presser === '' ? stopWords('no-presser') : nothing}
    <div class="buttons">
      ${said} ${act(`▲ ${pronouns.subjectIs} worse`, { kind: 'worse', words: more })}
      ${act('Better now', { kind: 'better', words: more })}
      ${act('999 called', { kind: 'call', to: '999', isAnswered: true, words: more })}
      ${isToldToRing ? act('111 called', { kind: 'call', to: '111', isAnswered: true, words: more }) : nothing}
      ${act('Gone to hospital', { kind: 'went-to-hospital', where: null, words: more })}
      ${isPromised ? act('It happened', { kind: 'happened', answer: answer.entry, words: more }) : nothing}
      ${act('Wrong resident: withdraw', { kind: 'withdraw', why: 'wrong-resident', words: more })}
    </div>
  </section>`;
}

/**
 * What was pressed before and was not taken over, while another resident or matter is on screen (SPEC X10). It names nobody:
 * whoever it is about may not be who stands here.
 */
export function renderLeftBehind(
  left: readonly HandedEntry[],
  now: Instant,
): TemplateResult | typeof nothing {
  if (left.length === 0) return nothing;
  return html`<div class="receipt not-sent" role="alert">
    <p class="strong">▲ What was pressed here before is NOT SENT, or not known to be. If it was urgent, ring.</p>
    ${left.map(({ entry: { id, pressedAt }, handing }) => {
      const isRefused = handing.state === 'told';
      const words = `Pressed ${shortMoment(pressedAt, now)}: ${isRefused ? 'refused' : 'not taken over'}.`;
      return html`<p>
        ${words}
        ${
          isRefused
            ? button('Noted', { kind: 'note-left', entry: id })
            : button('Try again', { kind: 'hand-left-again', entry: id })
        }
      </p>`;
    })}
  </div>`;
}

function button(label: string, action: EscalationButtonPress): TemplateResult {
  return html`<button type="button" ${press(action)}>${label}</button>`;
}
