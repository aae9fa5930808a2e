import { contributorsOf, isUsed } from '@ehch/clinical/assessment';
import { answerOf, progressOf } from '@ehch/clinical/form';
import { fewAnswers, stopsOf } from '@ehch/clinical/session';
import type { FinishedAssessment } from '@ehch/clinical/assessment';
import type { Draft, ItemKey } from '@ehch/clinical/form';
import type { Instant } from '@ehch/clinical/time';
import type { FormSession, Screen, SigningStop } from '@ehch/clinical/session';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { doubtWords } from '../form/doubt-words.ts';
import { heading } from '../internal/heading.ts';
import { authorWords } from '../internal/section-words.ts';
import { count, data, joined } from '../internal/text.ts';
import { moment } from '../internal/when.ts';
import { itemId, itemsOf } from './items-of.ts';
import { notDoneWords } from '../internal/trouble-words.ts';
import { receiptWords } from './port-words.ts';
import { press } from './scorer-press.ts';
import { titleAt } from './score-words.ts';
import { sectionOf } from './sections.ts';
import { seenAt } from './seen-at.ts';
import type { SessionView } from './session-view.ts';
import { takeBack, undoing } from './take-back.ts';
import { tallyAt } from './tally-at.ts';

/** Signing, and taking the form elsewhere. */
export function finishPanel(view: SessionView): TemplateResult {
  const { session, screen, level, now } = view;
  const { phase } = session;
  const isFinished = phase.state === 'finished' || phase.state === 'withdrawing';
  return html`<section class="card finish" part="finish" tabindex="-1" aria-labelledby="finish">
    ${heading(level + 1, 'finish', isFinished ? 'Finished' : 'Finish')}
    ${isFinished ? finished(session, now) : unfinished(view)}
    ${isFinished ? takeBack(session, now) : nothing}
    <div class="buttons">
      ${copyButtons(view)}
      <button type="button" ${press({ kind: 'print' })}>Print</button>
    </div>
    ${copied(screen.copied)}
  </section>`;
}

/** A form without rules of its own is as long either way: it has one button. */
function copyButtons({ template }: SessionView): TemplateResult {
  const button = (length: 'short' | 'full', words: string) =>
    html`<button type="button" ${press({ kind: 'copy', length })}>${words}</button>`;
  return template === null
    ? button('full', 'Copy as text')
    : html`${button('short', 'Copy short')} ${button('full', 'Copy full')}`;
}

function copied(copy: Screen['copied']): TemplateResult | typeof nothing {
  if (copy === null) return nothing;
  switch (copy.how) {
    case 'taken':
      return html`<p class="aside">Copied.</p>`;
    case 'failed':
      return html`<p class="notice strong" role="alert">
        Nothing was copied or printed: the part that does it could not be loaded.
      </p>`;
    case 'not-noted':
      return html`<p class="notice strong" role="alert">
        Nothing was copied or printed: who takes it out could not be noted.
      </p>`;
    case 'by-hand':
      return html`<label class="field"
        >The clipboard could not be reached. The text is selected here: copy it with Ctrl+C or ⌘C.
        <textarea class="copy" rows="8" readonly .value=${copy.text}></textarea>
      </label>`;
  }
}

function finished({ phase }: FormSession, now: Instant) {
  if (phase.state !== 'finished' && phase.state !== 'withdrawing') return nothing;
  const { assessment, receipt, inError } = phase;
  // What was entered in error is nothing to go on from.
  const startAnew = inError === null ? 'Start a new one from this' : 'Start a new one';
  return html`<p>${signature(assessment)}</p>
    ${answeredBy(assessment.draft)}
    <p class="receipt ${receipt?.state ?? 'none'}">${data(receiptWords(receipt, now))}</p>
    <div class="buttons">
      <button type="button" ${press({ kind: 'start-from-finished' })}>${startAnew}</button>
    </div>`;
}

/** Everybody whose answers these are: one person signs what several have answered. One person alone is named already. */
function answeredBy(draft: Draft): TemplateResult | typeof nothing {
  const all = contributorsOf(draft).filter(({ answered }) => answered.length > 0);
  if (all.length < 2) return nothing;
  return html`<p class="answered-by">
    Answers by
    ${joined(
      all.map(
        ({ by, answered }) => html`${data(authorWords(by) ?? 'somebody not named')} (${answered.length})`,
      ),
    )}.
  </p>`;
}

/** Signed by a name, or else not signed. */
export function signature({ by, finishedAt }: FinishedAssessment): TemplateResult {
  const words = data(authorWords(by));
  if (by?.name) return html`Signed ${moment(finishedAt)} by ${words}.`;
  const whose = words === null ? nothing : html` by ${words}`;
  return html`Finished ${moment(finishedAt)}${whose}. NOT SIGNED: it names nobody.`;
}

function unfinished(view: SessionView): TemplateResult {
  const { session, state, author, locked, now } = view;
  const seen = state.draft.assessedAt;
  const { phase } = session;
  if (locked !== null && phase.state !== 'finishing') return html`<p>Seen ${moment(seen)}. NOT SIGNED.</p>`;
  const failure = phase.state === 'open' ? phase.failure : null;
  return html`<p class="paper">Seen ${moment(seen)}. NOT SIGNED.</p>
    ${undoing(session, now)} ${toDo(view)} ${seenAt(view)}
    <p class="screen">
      ${author?.name ? html`To be signed by ${data(authorWords(author))}.` : 'Nobody signs it yet.'}
    </p>
    ${answeredBy(state.draft)}
    ${
      failure === null
        ? nothing
        : html`<p class="notice strong" role="alert">
            ${data(notDoneWords('finished', failure.error))}. Everything is still here.
          </p>`
    }
    ${signing(view)}`;
}

/** Few answers are asked back once, in words: "Sign" after "3 of 180" is a press of its own. */
function signing({ session, state, screen }: SessionView): TemplateResult {
  const isBusy = session.phase.state === 'finishing';
  const few = screen.stopped === 'few-answers' ? fewAnswers(state) : null;
  if (few !== null)
    return html`<div class="notice" id="stops" tabindex="-1" role="alert">
      <p class="strong">
        Only ${few.known} of ${count(few.asked, 'question')} answered. Sign it all the same?
      </p>
      <div class="buttons">
        <button type="button" class="primary" ${press({ kind: 'finish', despiteFew: true })}>
          Sign with ${count(few.known, 'answer')}
        </button>
      </div>
    </div>`;
  return html`<div class="buttons">
    <button type="button" class="primary" ?disabled=${isBusy} ${press({ kind: 'finish', despiteFew: false })}>
      ${isBusy ? 'Finishing' : 'Finish and sign'}
    </button>
  </div>`;
}

/** What stands in the way, with links, and what does not and is said all the same. */
function toDo(view: SessionView): TemplateResult {
  const { session, state, screen, now, template } = view;
  const { answered, notAssessed, asked } = progressOf(state);
  const stops = stopsOf(session, now).filter(
    ({ kind }) => screen.stopped === 'stopped' || kind !== 'nothing-answered',
  );
  // It stands among the stops, and nobody finishes without it. One with too few answers is among the answered ones.
  const required = stops.filter((stop) => stop.kind === 'required' && answerOf(state, stop.key) === null);
  // An assessment counts here as it does everywhere else on screen: what need not be asked is not left.
  const open = template === null ? asked - answered - notAssessed : tallyAt(state).toAsk;
  const left = open - required.length;
  // Also what an evaluator is still at: it is not waited for, since it may never answer.
  const short = [
    ...[...state.scores].filter(([, score]) => score.status !== 'complete' && isUsed(score)),
    ...[...state.totals].filter(([, { state: of }]) => of === 'waiting' || of === 'cannot-score'),
  ];
  return html`${
    stops.length === 0
      ? nothing
      : html`<div class="notice" id="stops" tabindex="-1" role=${screen.stopped === 'stopped' ? 'alert' : nothing}>
          <p class="strong">Before you finish</p>
          <ul class="links">
            ${stops.map((stop) => html`<li>${stopLine(stop, view)}</li>`)}
          </ul>
        </div>`
  }
  ${
    left === 0
      ? nothing
      : html`<p class="aside">${count(left, 'question')} not answered. You can finish without them.</p>`
  }
  ${
    short.length === 0
      ? nothing
      : html`<p class="aside">
          Will stay without a score: ${data(short.map(([at]) => titleAt(state, at)).join(', '))}.
        </p>`
  }`;
}

function stopLine(stop: SigningStop, view: SessionView): unknown {
  switch (stop.kind) {
    case 'nothing-answered':
      return 'Nothing is answered yet. There is nothing to sign.';
    case 'required':
      return html`${question(stop.key, view)} is asked for by this form`;
    case 'refused-entry':
      return html`${question(stop.key, view)} ${doubtWords(stop.question, stop.doubt)}`;
    case 'refused-seen':
      return '“Seen at” is no date and time that has passed';
    case 'merged':
      return html`Somebody answered this form in another window. Look at the answers, then press
        <button type="button" class="link" ${press({ kind: 'note-changes' })}>Noted</button>`;
    case 'withdrawn':
      return data(stop.words);
    case 'no-author':
      return html`${link('Who is answering', 'author')} is not said`;
    case 'still-signed':
      return stop.undo === 'refused'
        ? html`What was signed still stands: undoing it was refused. ${data(stop.why)} Settle that first, so that
          nothing is signed twice.`
        : html`What was signed still stands: undoing it was given up. ${data(stop.why)} Mark what was signed as
          entered in error, or start a new form.`;
    case 'dispute':
      if (stop.dispute.kind === 'answer')
        return html`${question(stop.dispute.key, view)} was answered in different ways`;
      return view.own === null
        ? 'Something was decided in different ways.'
        : html`${link('Answered in different ways', 'disputes')} is to be settled`;
  }
}

function question(key: ItemKey, { state }: SessionView): TemplateResult {
  const words = data(itemsOf(state.form).get(itemId(key))?.text ?? 'A question');
  const action = { kind: 'go-to', key, section: sectionOf(state, key) } as const;
  return html`<button type="button" class="link" ${press(action)}>${words}</button>`;
}

function link(words: string, on: 'author' | 'disputes'): TemplateResult {
  return html`<button type="button" class="link" ${press({ kind: 'move-focus', to: { on } })}>${words}</button>`;
}
