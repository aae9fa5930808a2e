import { versionText } from '@ehch/clinical/assessment';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { renderForm } from '../form/render-form.ts';
import { data } from '../internal/text.ts';
import { moment } from '../internal/when.ts';
import { signature } from './finish-panel.ts';
import { notSentWords } from './port-words.ts';
import { scoreLine, usedAt, titleAt } from './score-words.ts';
import type { SessionView } from './session-view.ts';
import { inErrorLine } from './take-back.ts';

/** Nothing on paper can be pressed. */
const NOTHING_TO_PRESS = (): undefined => undefined;

/**
 * A form for paper: what it is, its scores with their versions, every question with its answer or that it has none, what was
 * not decided, and who signed. Whole whichever section was in front and whichever group was open: a sheet that was torn
 * off a part of it would be read as all.
 */
export function paperForm(view: SessionView): TemplateResult {
  const { session, state, own, now, level } = view;
  const { form, phase } = session;
  const look = { level: level + 1, readOnly: true, onPaper: true, offers: new Map(), now, idPrefix: 'p' };
  const flags = (score: Parameters<typeof scoreLine>[1]) => own?.flagWords(score) ?? [];
  const finished = phase.state === 'finished' || phase.state === 'withdrawing' ? phase : null;
  const title = html`<strong>${data(form.title)}</strong>, ${data(versionText(form.version))}`;
  const notSent = finished === null ? null : notSentWords(finished.receipt);
  return html`${finished?.inError ? inErrorLine(finished.inError) : nothing}
    ${notSent === null ? nothing : html`<p class="notice strong">${notSent}</p>`}
    <p>${title}. Seen ${moment(state.draft.assessedAt)}.</p>
    ${usedAt(state).map(([at, score]) => {
      const line = scoreLine(titleAt(state, at), score, flags(score));
      return html`<p>${data(line)} (${data(versionText(score.version))})</p>`;
    })}
    ${renderForm(look, state, NOTHING_TO_PRESS, session.entries)}
    ${own?.renderClosing(view)}
    <p>
      ${finished === null ? 'NOT SIGNED.' : html`${signature(finished.assessment)} ${notSent ?? nothing}`}
    </p>`;
}
