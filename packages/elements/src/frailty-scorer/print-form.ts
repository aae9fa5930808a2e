import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { drawForm } from '../form/draw-form.ts';
import type { FormHandlers } from '../form/look.ts';
import { authorWords } from '../internal/section-words.ts';
import { data } from '../internal/text.ts';
import { moment } from '../internal/when.ts';
import { scoreLine, titleAt, usedAt } from './score-words.ts';
import type { Telling } from './scorer-ui.ts';

/** The form for paper: whose, what, every question with its answer or that it has none, scores with version, who and when. */
export function printForm(telling: Telling, who: TemplateResult, handlers: FormHandlers): TemplateResult {
  const { open, state, now, level, author, ours } = telling;
  const { form, phase } = open;
  const look = { level: level + 1, readOnly: true, suggestions: new Map(), now, idPrefix: 'p' };
  const signed = phase.name === 'finished' ? phase.assessment : null;
  return html`<div class="base">
    ${who}
    <p><strong>${data(form.title)}</strong>, version ${data(form.version)}. Seen ${moment(state.draft.assessedAt)}.</p>
    ${usedAt(state).map(([at, score]) => html`<p>${data(scoreLine(titleAt(state, at), score, ours?.flagWords(score) ?? []))} (${data(score.version)})</p>`)}
    ${drawForm(look, state, handlers)} ${form.notices?.map((notice) => html`<p class="aside">${data(notice)}</p>`) ?? nothing}
    <p>
      ${
        signed === null
          ? html`NOT SIGNED. Printed ${moment(now)} by ${data(authorWords(author) ?? 'somebody not named')}.`
          : html`Signed ${moment(signed.finishedAt)} by ${data(authorWords(signed.by) ?? 'somebody not named')}.`
      }
    </p>
  </div>`;
}
