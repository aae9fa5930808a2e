import { disputesIn, isUsed, progressOf, requiredMissing } from '@ehch/clinical';
import type { FinishedAssessment, ItemKey } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../internal/heading.ts';
import { authorWords } from '../internal/section-words.ts';
import { count, data } from '../internal/text.ts';
import { moment } from '../internal/when.ts';
import { itemId, itemsOf } from './items-of.ts';
import { fieldOf } from './london-time.ts';
import { receiptWords } from './port-words.ts';
import { titleAt } from './score-words.ts';
import type { ScorerUi, Telling } from './scorer-ui.ts';

/** Signing, and taking the form elsewhere. */
export function finishPanel(telling: Telling): TemplateResult {
  const { open, ui, level } = telling;
  const { phase } = open;
  return html`<section class="card finish" part="finish" tabindex="-1" aria-labelledby="finish">
    ${heading(level + 1, 'finish', phase.name === 'finished' ? 'Finished' : 'Finish')}
    ${phase.name === 'finished' ? finished(telling) : unfinished(telling)}
    <div class="buttons">
      <button type="button" data-press="copy">Copy as text</button>
      <button type="button" data-press="print">Print</button>
    </div>
    ${copied(ui.copied)}
  </section>`;
}

function copied(copy: ScorerUi['copied']): TemplateResult | typeof nothing {
  switch (copy?.how) {
    case undefined:
      return nothing;
    case 'taken':
      return html`<p class="aside">Copied.</p>`;
    case 'failed':
      return html`<p class="notice strong" role="alert">Nothing was copied or printed: the part that does it could not be loaded.</p>`;
    case 'by-hand':
      return html`<label class="field"
        >The clipboard could not be reached. The text is selected here: copy it with Ctrl+C or ⌘C.
        <textarea class="copy" rows="8" readonly .value=${copy?.text ?? ''}></textarea>
      </label>`;
  }
}

function finished({ open: { phase } }: Telling) {
  if (phase.name !== 'finished') return nothing;
  const { assessment, receipt } = phase;
  return html`<p>${signature(assessment)}</p>
    <p class="receipt ${receipt?.state ?? 'none'}">${data(receiptWords(receipt))}</p>
    <div class="buttons"><button type="button" data-press="again">Start a new one from this</button></div>`;
}

/** Signed by a name, or else not signed. */
export function signature({ by, finishedAt }: FinishedAssessment): TemplateResult {
  const words = data(authorWords(by));
  return by?.name
    ? html`Signed ${moment(finishedAt)} by ${words}.`
    : html`Finished ${moment(finishedAt)}${words === null ? nothing : html` by ${words}`}. NOT SIGNED: it names nobody.`;
}

function unfinished(telling: Telling): TemplateResult {
  const { open, state, author, locked } = telling;
  const seen = state.draft.assessedAt;
  const { phase } = open;
  if (locked !== null) return html`<p>Seen ${moment(seen)}. NOT SIGNED.</p>`;
  return html`<p class="paper">Seen ${moment(seen)}. NOT SIGNED.</p>
    ${toDo(telling)}
    ${seenAt(telling)}
    <p class="screen">${author?.name ? html`To be signed by ${data(authorWords(author))}.` : 'Nobody signs it yet.'}</p>
    ${
      phase.name === 'open' && phase.refused !== null
        ? html`<p class="notice strong" role="alert">Not finished: ${data(phase.refused)}. Everything is still here.</p>`
        : nothing
    }
    <div class="buttons">
      <button type="button" class="primary" data-press="finish" ?disabled=${phase.name === 'finishing'}>
        ${phase.name === 'finishing' ? 'Finishing' : 'Finish and sign'}
      </button>
    </div>`;
}

/** What stands in the way, with links, and what does not and is said all the same. */
function toDo({ open, state, ui, author, ours }: Telling): TemplateResult {
  const { answered, notAssessed, asked } = progressOf(state);
  const required = requiredMissing(state);
  const left = asked - answered - notAssessed - required.length;
  const items = itemsOf(state.form);
  const link = (key: ItemKey, why: string) =>
    html`<li><button type="button" class="link" data-press="go" data-key=${key}>${data(items.get(itemId(key))?.text ?? key)}</button> ${why}</li>`;
  const stops = [
    ...required.map((key) => link(key, 'is asked for by this form')),
    ...[...open.refusals].map(([key, why]) => link(key, why)),
    ...disputesIn(state.draft).map((dispute) =>
      dispute.kind === 'answer' || ours === null
        ? dispute.kind === 'answer'
          ? link(dispute.key, 'was answered in different ways')
          : html`<li>Something was decided in different ways.</li>`
        : html`<li><button type="button" class="link" data-press="disputes">Answered in different ways</button> is to be settled</li>`,
    ),
    ...(author?.name
      ? []
      : [
          html`<li><button type="button" class="link" data-press="who">Who is answering</button> is not said</li>`,
        ]),
  ];
  // Also what an evaluator is still at: it is not waited for, since it may never answer.
  const short = [
    ...[...state.scores].filter(([, score]) => score.status !== 'complete' && isUsed(score)),
    ...[...state.totals].filter(([, { state: of }]) => of === 'waiting' || of === 'cannot-score'),
  ];
  return html`${
    stops.length === 0
      ? nothing
      : html`<div class="notice" id="stops" tabindex="-1" role=${ui.stopped ? 'alert' : nothing}>
            <p class="strong">Before you finish</p>
            <ul class="links">
              ${stops}
            </ul>
          </div>`
  }
    ${left === 0 ? nothing : html`<p class="aside">${count(left, 'question')} not answered. You can finish without them.</p>`}
    ${
      short.length === 0
        ? nothing
        : html`<p class="aside">Will stay without a score: ${data(short.map(([at]) => titleAt(state, at)).join(', '))}.</p>`
    }`;
}

/** As text: a date field of the browser writes the date as the device's language does (CUI D+Ta-0018). */
function seenAt({ state, ui }: Telling): TemplateResult {
  const [date = '', time = ''] = fieldOf(state.draft.assessedAt).split('T');
  const [year, month, day] = date.split('-');
  const invalid = ui.seenRefused === null ? nothing : 'true';
  const part = (words: string, value: string | undefined, size: number) =>
    html`<label class="field">${words} <input data-seen inputmode=${words === 'Time' ? nothing : 'numeric'} size=${size} autocomplete="off" aria-invalid=${invalid} .value=${value ?? ''} /></label>`;
  return html`<div class="screen" role="group" aria-labelledby="seen-at" aria-describedby="seen">
    <span class="text" id="seen-at">Seen at</span>
    <div class="fields">${part('Day', day, 2)}${part('Month', month, 2)}${part('Year', year, 4)}${part('Time', time, 5)}</div>
    <span class=${ui.seenRefused === null ? 'said' : 'refused'} id="seen">${ui.seenRefused ?? ''}</span>
  </div>`;
}
