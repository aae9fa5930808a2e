import type { ListedResident, PlaceConfiguration } from '@ehch/clinical';
import { inboxStop, type Composing, type InboxSession, type InboxStop } from '@ehch/clinical/session';
import { KINDS, type Thread, type ThreadSide } from '@ehch/clinical/thread';
import type { Instant } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { shortMoment } from '../internal/short-moment.ts';
import { data, lines } from '../internal/text.ts';
import { inboxPresses, type EscalationsPress } from './escalations-press.ts';
import { renderCopied, type Copied } from './matter-copying.ts';
import { renderWritten } from './render-written.ts';
import { hasTaken, onScreenOf, whomToTell, type MatterRow } from './matter-rows.ts';
import { entryWords } from './entry-words.ts';
import { raisedWords, STOP_WORDS } from './matter-words.ts';

const { press, typed } = inboxPresses;

/** What an open row is drawn from. */
export interface OpenSurroundings {
  readonly session: InboxSession;
  readonly now: Instant;
  readonly place: PlaceConfiguration | null;
  /** The name of whoever presses; empty: nobody has said it. */
  readonly presser: string;
  readonly asksPresser: boolean;
  readonly canSend: boolean;
  /** For which side whoever presses works. */
  readonly side: ThreadSide;
  /** Whom an unlisted person may be. */
  readonly onTheList: readonly ListedResident[];
  /** What came of the last copying of this thread; `null`: nothing was copied. */
  readonly copied: Copied | null;
  /** The night on one page of a row. */
  night(row: MatterRow): TemplateResult;
}

/** What stands below an open row: its history, and what a person can do. */
export function renderOpen(row: MatterRow, around: OpenSurroundings): TemplateResult {
  const { thread } = row;
  const { now, place, copied } = around;
  const isOpen = thread.ending.state === 'open';
  return html`<div class="open">
    <ul class="history" aria-label="What happened">
      ${thread.entries.map((entry) => html`<li>${lines(entryWords(entry, thread, now, place))}</li>`)}
    </ul>
    ${isOpen ? presses(row, around) : afterwards(row, around)}
    <div class="buttons">${button('Copy as text for the record', { kind: 'copy', thread: thread.id })}</div>
    ${copied?.thread === thread.id ? renderCopied(copied) : nothing} ${around.night(row)}
  </div>`;
}

/** What a person can press on an open thread, by the side for which they work. */
function presses(row: MatterRow, around: OpenSurroundings): TemplateResult {
  const { side } = around;
  if (!around.canSend)
    return html`<p class="strong">▲ This page cannot send anything. Ring the ${otherThan(side)}.</p>`;
  // Nobody answers their own matter, and nobody confirms an answer of their own (thread SPEC P2, P8).
  const isAsker = row.thread.raised.by.side === side;
  const own = isAsker ? askerActions(row, side) : actions(row, around);
  return html`${whoPresses(around)} ${own} ${composing(row, around)}`;
}

/** What is left to do once a thread has ended: a relative may still have to be told. What was being written is not lost. */
function afterwards(row: MatterRow, around: OpenSurroundings): TemplateResult | typeof nothing {
  if (!around.canSend) return nothing;
  const { raised, id } = row.thread;
  const tell = raised.by.side === around.side ? whomToTell(row.thread) : null;
  return html`${
    tell === null ? nothing : html`${whoPresses(around)}<div class="buttons">${toldButton(id, tell)}</div>`
  }
  ${composing(row, around)}`;
}

function toldButton(thread: string, tell: string): TemplateResult {
  return button(`I have told ${tell}`, { kind: 'confirm', what: 'told', thread });
}

function otherThan(side: ThreadSide): ThreadSide {
  return side === 'home' ? 'practice' : 'home';
}

/** What a side does on a thread that it raised. */
function askerActions({ thread }: MatterRow, side: ThreadSide): TemplateResult {
  const { id, questions, answered, about } = thread;
  const tell = whomToTell(thread);
  return html`${questions.map(
    ({ entry, by, words }) => html`<p class="offer">
        ${data(`${by.name} asks: ${words}`)} ${button('Reply', { kind: 'begin-reply', question: entry, thread: id })}
      </p>`,
  )}
    <div class="buttons">
      ${
        // Whoever is with the resident says how they are.
        side === 'home'
          ? html`${button('▲ Worse', { kind: 'attend', act: 'worse', thread: id })}
            ${button('Better now', { kind: 'attend', act: 'better', thread: id })}
            ${about.kind === 'resident' ? goesOn(id) : nothing}`
          : nothing
      }
      ${answered === null ? nothing : button('It happened', { kind: 'confirm', what: 'happened', thread: id })}
      ${tell === null ? nothing : toldButton(id, tell)}
    </div>`;
}

/** Words, 999 called, gone to hospital and wrong resident are pressed beside the resident, with the numbers to ring. */
function goesOn(thread: string): TemplateResult {
  return button('Say more, or withdraw it', { kind: 'show-resident', thread });
}

/** What the side that was asked does. */
function actions(row: MatterRow, { session, presser, side, now }: OpenSurroundings): TemplateResult {
  const { thread, duplicates } = row;
  const { id, seen, taken, about, linkedFrom } = thread;
  // A wrong link is corrected by another (thread SPEC W5).
  const wasUnlisted = [about, ...linkedFrom].some(({ kind }) => kind === 'unlisted');
  const linkLabel = about.kind === 'unlisted' ? 'Say who it is' : 'It is somebody else';
  const isMine = presser !== '' && hasTaken(session, thread, presser);
  const attend = (act: 'see' | 'take' | 'let-go', label: string) =>
    button(label, { kind: 'attend', act, thread: id });
  return html`<div class="buttons">
      ${seen === null ? attend('see', 'Mark seen') : nothing}
      ${isMine ? attend('let-go', 'Let go') : attend('take', taken === null ? 'Take it' : 'Take it over')}
      ${button(`Ask the ${otherThan(side)}`, { kind: 'begin', what: 'ask', thread: id })}
      ${button('Answer', { kind: 'begin', what: 'answer', thread: id })}
      ${wasUnlisted ? button(linkLabel, { kind: 'begin', what: 'link', thread: id }) : nothing}
    </div>
    ${duplicates.map((other) => joinOffer(thread, other, now))}`;
}

function joinOffer({ id, kind }: Thread, other: Thread, now: Instant): TemplateResult {
  const { by, at } = other.raised;
  const what = raisedWords(other.raised).join(' · ');
  const title = KINDS[kind].title.toLowerCase();
  const question = `The same matter? ${by.name} also raised a ${title}, ${shortMoment(at, now)}: ${what}`;
  return html`<p class="offer">
    ${data(question)}
    ${button('Join the two', { kind: 'join', thread: id, into: other.id })}
    <span class="aside">Both askers stay informed.</span>
  </p>`;
}

/** Asked where the page does not say it. Without a name nothing is sent (SPEC I3). */
function whoPresses({ asksPresser, session, presser }: OpenSurroundings): TemplateResult | typeof nothing {
  if (!asksPresser) return nothing;
  return html`<label class="field" ${typed('input', 'write', (text) => ({ kind: 'write', field: 'presser', text }))}>
      Your name
      <input type="text" maxlength="80" autocomplete="off" .value=${session.presser} />
    </label>
    ${presser === '' ? html`<p class="aside">${STOP_WORDS['no-presser']}</p>` : nothing}`;
}

function composing(row: MatterRow, around: OpenSurroundings): TemplateResult | typeof nothing {
  const { session, now, presser, place, onTheList } = around;
  const { composing: written } = session;
  const { thread } = row;
  if (written?.on.id !== thread.id) return nothing;
  const on = onScreenOf(thread);
  const fields = renderWritten(written, row, { onTheList, place, other: otherThan(around.side) });
  const stop = inboxStop(session, on, { presser, now });
  return html`<fieldset class="part">
    <legend>${legendOf(written.kind, otherThan(around.side))}</legend>
    ${fields} ${stop === null ? nothing : stopWords(stop, thread.id)}
    <div class="buttons">
      <button
        type="button"
        class="send"
        aria-disabled=${stop !== null}
        ${press({ kind: 'send', thread: thread.id })}
      >
        ${SEND[written.kind]}
      </button>
      ${button('Cancel', { kind: 'cancel' })}
    </div>
  </fieldset>`;
}

function legendOf(kind: Composing['kind'], other: ThreadSide): string {
  return {
    ask: `Ask the ${other}. This answers nothing and closes nothing.`,
    reply: `Reply to the ${other}`,
    answer: `Answer the ${other}`,
    link: 'Who is it?',
  }[kind];
}
const SEND: Readonly<Record<Composing['kind'], string>> = {
  ask: 'Send the question',
  reply: 'Send the reply',
  answer: 'Send the answer',
  link: 'It is this resident',
};

function stopWords(stop: InboxStop, thread: string): TemplateResult {
  if (stop !== 'not-read') return html`<p class="aside">${STOP_WORDS[stop]}</p>`;
  return html`<p class="strong caution">
    ${STOP_WORDS[stop]} ${button('I have read it', { kind: 'look', thread })}
  </p>`;
}

function button(label: string, action: EscalationsPress): TemplateResult {
  return html`<button type="button" ${press(action)}>${label}</button>`;
}
