import { cgaFrailtyIndex, instruments, mayScore, stratumFacts, totalText, whyOf } from '@ehch/clinical';
import type { ScoreResult } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../internal/heading.ts';
import { data, joined } from '../internal/text.ts';
import { dayOr } from '../internal/when.ts';
import { flagWords } from './score-words.ts';
import type { Telling } from './scorer-ui.ts';
import { INDEX } from './why.ts';

/** What belongs beside a score and is not the number: its parts, its version, and what to be careful about. */
export function scoreCard(telling: Telling): TemplateResult | typeof nothing {
  const { state } = telling;
  const [score] = state.scores.values();
  return score === undefined ? nothing : instrumentCard(score, telling);
}

function instrumentCard(score: ScoreResult, { state, place, level }: Telling): TemplateResult {
  const { version, parts } = whyOf(score, state, instruments);
  const instrument = instruments.find(({ id }) => id === score.instrument);
  const allowed = instrument === undefined || mayScore(instrument, place);
  const scored = parts.filter(({ points }) => points !== null);
  return html`<section class="card" aria-labelledby="parts">
    ${heading(level + 1, 'parts', 'Parts of the score')}
    <p class="parts">${data(scored.map(({ label, points }) => `${label} ${Number(points?.toFixed(2))}`).join(' · ') || 'None yet')}</p>
    ${flagWords(score).map((words) => html`<p class="caution">${words}</p>`)}
    ${
      allowed
        ? nothing
        : html`<p class="aside">Only a result that was reached elsewhere is recorded here, with its date and who reached it.</p>`
    }
    <p class="aside">${data(version)}. A worry is enough: no score lowers it.</p>
  </section>`;
}

/** What stands beside the question of how closely to follow somebody, and proposes no answer to it. */
export function factsCard({ state, template, view, now, level }: Telling): TemplateResult {
  const index = template && cgaFrailtyIndex(template, state);
  const facts = stratumFacts(view, state, now);
  return html`<section class="card" aria-labelledby="parts">
    ${heading(level + 1, 'parts', 'Facts for the plan')}
    ${
      index === null
        ? nothing
        : html`<p>
            CGA frailty index (its own list, not the eFI): ${totalText(index)}, from ${index.from.considered} of
            ${index.from.of} deficits
            <button type="button" data-press="why" data-key=${INDEX}>Why?<span class="spoken"> CGA frailty index</span></button>
          </p>`
    }
    <ul class="facts">
      ${facts.map(
        ({ text, on, from, state: known }) =>
          html`<li class="fact">
            ${data(text)}
            <span class="meta">${joined([known === 'known' ? html`${dayOr(on, 'date not recorded')}` : null, from === 'record' ? null : 'in this form'])}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}
