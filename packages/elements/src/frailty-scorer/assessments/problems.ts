import type { CandidateProblem } from '@ehch/clinical/assessment';
import { formatDate } from '@ehch/clinical/display';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../../internal/heading.ts';
import { authorWords } from '../../internal/section-words.ts';
import { data, joined } from '../../internal/text.ts';
import { press, typed } from '../scorer-press.ts';
import type { ScorerPress } from '../scorer-press.ts';
import type { SessionView } from '../session-view.ts';

/** What rules raise out of the answers. None is added by itself: a person accepts, words or dismisses it. */
export function renderProblems(
  candidates: readonly CandidateProblem[],
  view: SessionView,
): TemplateResult | typeof nothing {
  if (candidates.length === 0) return nothing;
  const open = candidates.filter(({ decision }) => decision === null).length;
  return html`<section class="card" aria-labelledby="problems">
    ${heading(view.level + 1, 'problems', `Suggested problems (${open} to decide)`)}
    <ul class="facts">
      ${candidates.map((candidate) => renderCandidate(candidate, view))}
    </ul>
  </section>`;
}

function renderCandidate(
  { rule, problem, reason, decision, earlier }: CandidateProblem,
  view: SessionView,
): TemplateResult {
  const { screen, locked } = view;
  const deciding =
    screen.deciding?.rule === rule ? wording(screen.deciding) : buttons(rule, problem, decision);
  return html`<li class="fact" data-rule=${rule}>
    <strong>${data(problem)}</strong> <span class="meta">${data(reason.words)}</span>
    ${decision === null ? nothing : html`<p class="aside">${decided(decision)}</p>`}
    ${earlier === undefined ? nothing : html`<p class="aside">Before the answers changed: ${decided(earlier)}</p>`}
    ${locked === null ? deciding : nothing}
  </li>`;
}

function decided(decision: NonNullable<CandidateProblem['decision']>) {
  const said =
    decision.state === 'accepted' ? `Accepted: ${decision.problem}` : `Not a problem: ${decision.reason}`;
  return joined([data(said), formatDate(decision.at), data(authorWords(decision.by))]);
}

function buttons(rule: string, problem: string, decision: CandidateProblem['decision']): TemplateResult {
  const button = (action: ScorerPress, words: string) =>
    html`<button type="button" ${press(action)}>${words}<span class="spoken">: ${problem}</span></button>`;
  const decide = (how: 'accept' | 'undecide', words: string) =>
    button({ kind: 'decide-problem', rule, how, words: problem }, words);
  if (decision !== null) return html`<div class="buttons">${decide('undecide', 'Decide again')}</div>`;
  return html`<div class="buttons">
    ${decide('accept', 'Accept')}
    ${button({ kind: 'word-problem', rule, how: 'edit', words: problem }, 'Edit')}
    ${button({ kind: 'word-problem', rule, how: 'dismiss', words: '' }, 'Not a problem because…')}
  </div>`;
}

function wording({ rule, how, words }: NonNullable<SessionView['screen']['deciding']>): TemplateResult {
  const label = how === 'edit' ? 'The problem, as it is to be listed' : 'Not a problem because';
  const decided = { kind: 'decide-problem', rule, how: how === 'edit' ? 'accept' : 'dismiss' } as const;
  const typing = (text: string) => ({ kind: 'word-problem', rule, how, words: text }) as const;
  return html`<div class="buttons">
    <label class="field"
      >${label}
      <input autocomplete="off" .value=${words} ${typed('input', 'word-problem', typing)} />
    </label>
    <button type="button" ${press({ ...decided, words: words.trim() })}>
      ${how === 'edit' ? 'Accept' : 'Not a problem'}
    </button>
    <button type="button" ${press({ kind: 'cancel-wording', rule })}>Cancel</button>
  </div>`;
}
