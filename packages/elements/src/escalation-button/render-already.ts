import { undisputedIn, type OpenMatter } from '@ehch/clinical';
import { isBegun } from '@ehch/clinical/session';
import { goneOf, KINDS, unsentRaising, type Thread } from '@ehch/clinical/thread';
import type { Instant } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { phone } from '../internal/phone.ts';
import { ringLine } from '../internal/ring-line.ts';
import { shortMoment } from '../internal/short-moment.ts';
import { data, lines } from '../internal/text.ts';
import { UNSENT, unsentActs } from '../internal/unsent-words.ts';
import { escalationPresses } from './escalation-press.ts';
import type { EscalationView } from './escalation-view.ts';
import { PRESSED } from './receipt-from-port.ts';
import { dueWords } from './observations-due.ts';
import { tellPractice } from './tell-practice.ts';
import { asideWords, pressedSinceWords, receiptFromRecord } from './receipt-from-record.ts';

const { press } = escalationPresses;

/** A matter of the home that somebody has raised, in whatever window. */
interface Already {
  readonly thread: Thread;
  readonly text: string;
}

/**
 * What the home has raised about this person and what is open. Two carers press for one resident in one night: the second has to
 * know of the first, and may still raise another. After a reload, and at every other PC, the same presses are a press away
 * (session SPEC X12).
 */
export function renderAlready(view: EscalationView): TemplateResult | typeof nothing {
  const others = alreadyIn(view);
  const worries = others.filter(({ thread }) => thread.kind === 'worry');
  const rest = others.filter((one) => !worries.includes(one));
  return html`${
    worries.length === 0
      ? nothing
      : html`<div class="card notice">${worries.map((one) => renderWorry(one, view))}</div>`
  }${rest.length === 0 ? nothing : html`<div class="card">${rest.map((one) => renderOther(one, view))}</div>`}`;
}

function alreadyIn({ record, session, thread: own }: EscalationView): readonly Already[] {
  const matters: readonly OpenMatter[] = record === null ? [] : (undisputedIn(record, 'open') ?? []);
  return matters.flatMap(({ thread, text }) =>
    thread?.raised.by.side === 'home' && ![session.raised?.entry.id, own?.id].includes(thread.id)
      ? [{ thread, text }]
      : [],
  );
}

function renderWorry({ thread, text }: Already, view: EscalationView): TemplateResult {
  const { now } = view;
  return html`<p class="strong">
      ▲ A worry is open: ${data(thread.raised.by.name)}, ${shortMoment(thread.raised.at, now)}.
    </p>
    <p>${data(text)}</p>
    ${standsAt(thread, view)} ${again(view.dueOf(thread), now)} ${goOn(thread, view)}`;
}

function renderOther({ thread, text }: Already, view: EscalationView): TemplateResult {
  const { raised, kind } = thread;
  return html`<p>
      ${KINDS[kind].title}, ${data(raised.by.name)}, ${shortMoment(raised.at, view.now)}: ${data(text)}
    </p>
    ${standsAt(thread, view)} ${goOn(thread, view)}`;
}

function standsAt(thread: Thread, view: EscalationView): readonly TemplateResult[] {
  const unsent = unsentRaising(thread);
  const around = { ...view, thread };
  const words = receiptFromRecord(around);
  const told =
    words === null
      ? ['Nobody has seen it yet.', ...pressedSinceWords(thread, view.now), ...asideWords(thread, around)]
      : [words.line, ...words.more];
  const later = unsentActs(thread).map(
    ({ act, by, pressedAt, how }) =>
      `▲ ${act.kind === 'raise' ? 'It' : PRESSED[act.kind]}, ${by.name} ${shortMoment(pressedAt, view.now)}: ${how}`,
  );
  return [
    unsent === null ? html`<p>${lines(told.join(' '))}</p>` : html`<p class="strong">▲ ${UNSENT[unsent]}</p>`,
    ...later.map((line) => html`<p class="strong">${lines(line)}</p>`),
    ...(unsent !== null || later.length > 0 ? [ringFor(thread, view)] : []),
  ];
}

/**
 * The other side does not know, so somebody has to be rung. What was asked for now is asked of 999, but for dying itself. Whoever has
 * gone to hospital nobody comes to, and the practice has to know (session SPEC X14).
 */
function ringFor(thread: Thread, view: EscalationView): TemplateResult {
  const gone = goneOf(thread);
  if (gone !== null) return html`<p>${tellPractice(gone, view)}</p>`;
  const isFor999 = thread.urgency === 'now' && view.advice.kind !== 'expected';
  return html`<p class="strong">Ring: ${isFor999 ? phone('999') : ringLine(view.ringing.now, view)}</p>`;
}

/** What is being typed about another matter stays: it is sent or closed first (session SPEC X7). */
function goOn({ id, raised }: Thread, { canSend, session, now }: EscalationView) {
  if (!canSend || (session.raised === null && isBegun(session))) return nothing;
  return html`<div class="buttons">
    <button type="button" ${press({ kind: 'go-on', thread: id })}>
      Go on with it: ${data(raised.by.name)}, ${shortMoment(raised.at, now)}
    </button>
  </div>`;
}

/** When observations of this resident are due, by any worry on screen. */
export function duesIn(view: EscalationView): readonly (Instant | null)[] {
  const worries = alreadyIn(view).filter(({ thread }) => thread.kind === 'worry');
  return [view.due, ...worries.map(({ thread }) => view.dueOf(thread))];
}

function again(due: Instant | null, now: Instant): TemplateResult | typeof nothing {
  return due === null ? nothing : html`<p class="strong">${dueWords(due, now)}</p>`;
}
