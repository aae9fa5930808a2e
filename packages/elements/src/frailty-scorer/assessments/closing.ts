import { closingLines } from '@ehch/clinical/assessment';
import { instruments } from '@ehch/clinical/instruments';
import { html } from 'lit';
import { data } from '../../internal/text.ts';
import type { SessionView } from '../session-view.ts';
import { signedScore, whatToKnow } from './after-score.ts';

/**
 * The end of a form on paper. [P] The sheet of a signed score carries the agreed limits whole, with their dates, and whom to
 * ring: it is read at the bedside, and one line of the limits would be read as all of them.
 */
export function renderClosing(view: SessionView): unknown {
  const { session, state, template } = view;
  const { form, phase } = session;
  const lines = closingLines(form, phase.state === 'finished' ? phase.assessment : state, instruments);
  const score = template === null ? signedScore(view) : null;
  return html`${lines.map((line) => html`<p>${data(line)}</p>`)} ${score === null ? null : whatToKnow(score, view)}`;
}
