import type { CandidateProblem } from '@ehch/clinical';
import { formatDate } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../../internal/heading.ts';
import { authorWords } from '../../internal/section-words.ts';
import { data, joined } from '../../internal/text.ts';
import type { Telling } from '../scorer-ui.ts';

/** What rules raise out of the answers. None is added by itself: a person accepts, words or dismisses it. */
export function drawProblems(
  candidates: readonly CandidateProblem[],
  telling: Telling,
): TemplateResult | typeof nothing {
  if (candidates.length === 0) return nothing;
  const open = candidates.filter(({ decision }) => decision === null).length;
  return html`<section class="card" aria-labelledby="problems">
    ${heading(telling.level + 1, 'problems', `Suggested problems (${open} to decide)`)}
    <ul class="facts">
      ${candidates.map((candidate) => drawCandidate(candidate, telling))}
    </ul>
  </section>`;
}

function drawCandidate(
  { rule, problem, reason, decision, earlier }: CandidateProblem,
  telling: Telling,
): TemplateResult {
  const { ui, locked } = telling;
  return html`<li class="fact" data-rule=${rule}>
    <strong>${data(problem)}</strong> <span class="meta">${data(reason.words)}</span>
    ${decision === null ? nothing : html`<p class="aside">${decided(decision)}</p>`}
    ${earlier === undefined ? nothing : html`<p class="aside">Before the answers changed: ${decided(earlier)}</p>`}
    ${locked === null ? (ui.deciding?.rule === rule ? wording(problem, rule, ui.deciding.how) : buttons(rule, problem, decision)) : nothing}
  </li>`;
}

function decided(decision: NonNullable<CandidateProblem['decision']>) {
  const said =
    decision.state === 'accepted' ? `Accepted: ${decision.problem}` : `Not a problem: ${decision.reason}`;
  return joined([data(said), formatDate(decision.at), data(authorWords(decision.by))]);
}

function buttons(rule: string, problem: string, decision: CandidateProblem['decision']): TemplateResult {
  const button = (press: string, words: string) =>
    html`<button type="button" data-press=${press} data-key=${rule} data-problem=${problem}>
      ${words}<span class="spoken">: ${problem}</span>
    </button>`;
  return html`<div class="buttons">
    ${
      decision === null
        ? [button('accept', 'Accept'), button('edit', 'Edit'), button('dismiss', 'Not a problem because…')]
        : button('undecide', 'Decide again')
    }
  </div>`;
}

function wording(problem: string, rule: string, how: 'edit' | 'dismiss'): TemplateResult {
  return html`<div class="buttons">
    <label class="field"
      >${how === 'edit' ? 'The problem, as it is to be listed' : 'Not a problem because'}
      <input data-words autocomplete="off" .value=${how === 'edit' ? problem : ''} />
    </label>
    <button type="button" data-press="decide" data-key=${rule} data-how=${how}>${how === 'edit' ? 'Accept' : 'Not a problem'}</button>
    <button type="button" data-press="cancel" data-key=${rule}>Cancel</button>
  </div>`;
}
