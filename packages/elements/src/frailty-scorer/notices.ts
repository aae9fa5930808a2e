import { answerText, plainText } from '@ehch/clinical';
import type { SetAside } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { count, data } from '../internal/text.ts';
import { day, moment } from '../internal/when.ts';
import { itemId, itemsOf } from './items-of.ts';
import type { Telling } from './scorer-ui.ts';

type Notice = TemplateResult | typeof nothing;

/** Answers that this version of the form has no place for: shown, so that nobody believes them counted. */
export function setAside({ state: { form, draft } }: Telling): Notice {
  const { setAside: all = [] } = draft;
  if (all.length === 0) return nothing;
  const line = ({ key, answer, form: { version } }: SetAside) => {
    const item = itemsOf(form).get(itemId(key));
    const said =
      item !== undefined
        ? answerText(item, answer)
        : answer.state === 'given'
          ? answer.values.map(({ value }) => String(value)).join(', ')
          : answer.state;
    return html`<li class="fact">${data(item?.text ?? key)}: ${data(said)} <span class="meta">version ${data(version)}</span></li>`;
  };
  return html`<div class="card notice">
    <p class="strong">${count(all.length, 'answer')} of another version of this form ${all.length === 1 ? 'has' : 'have'} no place in this one. Kept, and not counted.</p>
    <ul class="facts">
      ${all.map(line)}
    </ul>
  </div>`;
}

/** What came from elsewhere while somebody is answering. It is said and waits: no answer on screen gives way to it. */
export function elsewhere({ open, ours, locked }: Telling): Notice {
  const { draft, previous, record } = open.elsewhere;
  if (locked !== null) return nothing;
  return html`${
    draft === null
      ? nothing
      : html`<div class="card notice" role="status">
          This form was changed elsewhere. What is on screen stays as it is.
          ${
            ours !== null && open.canMerge(draft)
              ? html`<button type="button" data-press="merge">Put both together</button>`
              : html`To see the other answers, open the form anew.`
          }
        </div>`
  }${
    previous === null
      ? nothing
      : html`<div class="card notice" role="status">
          There is another last assessment, finished ${day(previous.finishedAt.slice(0, 10))}.
          <button type="button" data-press="adopt">Compare with it</button>
        </div>`
  }${
    record
      ? html`<div class="card notice" role="status">
          The record has changed since this form was opened. What it says now stands beside the questions; no answer was
          changed. <button type="button" data-press="noted">Noted</button>
        </div>`
      : nothing
  }`;
}

/** [P] As long as parts of one set of observations lie apart (clinical 1, rule 8). */
const ANOTHER_VISIT_MS = 30 * 60_000;

/** Answers of an earlier hour or day are no answers of now: nobody may go on from them unawares. */
export function goesOn({ open: { since }, locked, now }: Telling): Notice {
  if (locked !== null || since === null || Date.parse(now) - Date.parse(since) <= ANOTHER_VISIT_MS)
    return nothing;
  return html`<p class="card notice screen">Goes on from answers given up to ${moment(since)}. Clear what is no longer so, and check “Seen at”.</p>`;
}

/** Asked where the page does not say it. The name goes into the answers that follow and under the form. */
export function whoAnswers({ open, asksWho, locked }: Telling): Notice {
  if (!asksWho || locked !== null) return nothing;
  const field = (words: string, part: 'name' | 'role') =>
    html`<label class="field">${words} <input data-who=${part} autocomplete="off" maxlength="80" .value=${plainText(open.author?.[part] ?? '')} /></label>`;
  return html`<div class="card screen" role="group" aria-labelledby="who-answers">
    <span class="text" id="who-answers">Who is answering?</span>
    <div class="fields">${field('Name', 'name')}${field('Role', 'role')}</div>
  </div>`;
}
