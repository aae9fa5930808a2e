import { flagWords, whyOf } from '@ehch/clinical/assessment';
import { instruments, mayScore, scaleWords } from '@ehch/clinical/instruments';
import type { ScoreResult } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../../internal/heading.ts';
import { data } from '../../internal/text.ts';
import type { SessionView } from '../session-view.ts';

/** What belongs beside a score and is not the number: its parts, its version, and what to be careful about. */
export function renderScoreCard(view: SessionView): TemplateResult | typeof nothing {
  const { state } = view;
  const [score] = state.scores.values();
  return score === undefined ? nothing : instrumentCard(score, view);
}

function instrumentCard(score: ScoreResult, { state, place, level }: SessionView): TemplateResult {
  const { version, parts } = whyOf(score, state, instruments);
  const instrument = instruments.find(({ id }) => id === score.instrument);
  const allowed = instrument === undefined || mayScore(instrument, place);
  const scale = scaleWords(score);
  const scored = parts.flatMap(({ label, points }) =>
    points === null ? [] : [`${label} ${Number(points.toFixed(2))}`],
  );
  return html`<section class="card" aria-labelledby="parts">
    ${heading(level + 1, 'parts', 'Parts of the score')}
    <p class="parts">${data(scored.join(' · ') || 'None yet')}</p>
    ${flagWords(score).map((words) => html`<p class="caution">${words}</p>`)}
    ${scale === null ? nothing : html`<p>${sentence(scale)}</p>`}
    ${
      allowed
        ? nothing
        : html`<p class="aside">
            Only a result that was reached elsewhere is recorded here, with its date and who reached it.
          </p>`
    }
    <p class="aside">${data(version)}. A worry is enough: no score lowers it.</p>
  </section>`;
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
