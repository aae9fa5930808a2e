import { flagWords } from '@ehch/clinical/assessment';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { renderForm } from '../../form/render-form.ts';
import { runningHead } from '../../internal/running-head.ts';
import { data } from '../../internal/text.ts';
import { moment } from '../../internal/when.ts';
import { scoreLine, titleAt, usedAt } from '../score-words.ts';
import { signature } from '../finish-panel.ts';
import type { SessionView } from '../session-view.ts';
import { inErrorLine } from '../take-back.ts';

/** Nothing on paper can be pressed. */
const NOTHING_TO_PRESS = (): undefined => undefined;

/** The form for paper: whose, what, every question with its answer or that it has none, scores with version, who and when. */
export function printForm(view: SessionView, who: TemplateResult): TemplateResult {
  const { session, state, now, level, author } = view;
  const { form, phase } = session;
  const look = {
    level: level + 1,
    readOnly: true,
    onPaper: true,
    offers: new Map(),
    now,
    idPrefix: 'p',
  };
  const finished = phase.state === 'finished' || phase.state === 'withdrawing' ? phase : null;
  const head = runningHead(view.record?.sections.identity ?? null, { at: now, by: author });
  return html`<div class="base"><div class="sheet">${head}<div class="rest">
    ${who} ${finished?.inError ? inErrorLine(finished.inError) : nothing}
    <p><strong>${data(form.title)}</strong>, version ${data(form.version)}. Seen ${moment(state.draft.assessedAt)}.</p>
    ${usedAt(state).map(([at, score]) => html`<p>${data(scoreLine(titleAt(state, at), score, flagWords(score)))} (${data(score.version)})</p>`)}
    ${renderForm(look, state, NOTHING_TO_PRESS)}
    <p>
      ${finished === null ? 'NOT SIGNED.' : signature(finished.assessment)}
    </p>
  </div></div></div>`;
}
