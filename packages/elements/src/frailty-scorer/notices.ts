import { plainText } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { day } from '../internal/when.ts';
import type { Telling } from './scorer-ui.ts';

type Notice = TemplateResult | typeof nothing;

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
