import { answerText, disputesIn } from '@ehch/clinical/assessment';
import { formatDateTime } from '@ehch/clinical/display';
import { answerItem, decideProblem, setAssessedAt } from '@ehch/clinical/form';
import type { Dispute } from '@ehch/clinical/assessment';
import type { Answer, FormChange, FormState, ProblemDecision } from '@ehch/clinical/form';
import type { Instant } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../../internal/heading.ts';
import { authorWords } from '../../internal/section-words.ts';
import { data } from '../../internal/text.ts';
import { itemId, itemsOf } from '../items-of.ts';
import { press } from '../scorer-press.ts';
import type { ScorerPress } from '../scorer-press.ts';
import type { SessionView } from '../session-view.ts';

/** What people said otherwise about the same thing. Nothing is preselected, and each is settled by a person. */
export function renderDisputes({
  state,
  level,
  locked,
  template,
}: SessionView): TemplateResult | typeof nothing {
  const disputes = disputesIn(state.draft);
  if (disputes.length === 0) return nothing;
  return html`<section class="card notice" id="disputes" tabindex="-1" aria-labelledby="disputed">
    ${heading(level + 1, 'disputed', `Answered in different ways (${disputes.length} to settle)`)}
    <ul class="facts">
      ${disputes.map((dispute, at) => {
        const about = aboutOf(dispute, state, template?.problemRules ?? []);
        const settling = (said: number) =>
          locked === null ? ({ kind: 'settle', dispute: at, said } as const) : null;
        return html`<li class="fact">
          <strong>${data(about)}</strong>
          ${dispute.said.length === 0 ? html`<p>${NOT_DATED}</p>` : nothing}
          ${dispute.said.map((one, which) => renderSide(dispute, one, state, settling(which)))}
          ${
            dispute.kind === 'answer' && locked === null
              ? html`<button type="button" class="quiet" ${press({ kind: 'go-to', key: dispute.key })}>
                  Answer it anew<span class="spoken">: ${data(about)}</span>
                </button>`
              : nothing
          }
        </li>`;
      })}
    </ul>
  </section>`;
}

const NOT_DATED = 'The record names no day and time. Say when they were seen.';

/** Settles it by what one of them said, under their name and at their time. `null`: there is nothing to choose there. */
export function settleDispute(state: FormState, place: number, side: number, at: Instant): FormChange | null {
  const dispute = disputesIn(state.draft)[place];
  if (dispute === undefined) return null;
  switch (dispute.kind) {
    case 'answer': {
      const answer = dispute.said[side] ?? null;
      return answer === null ? null : answerItem(state, dispute.key, answer, at);
    }
    case 'decision': {
      const decision = dispute.said[side] ?? null;
      return decision === null ? null : decideProblem(state, dispute.rule, decision);
    }
    case 'assessed-at': {
      const seen = dispute.said[side];
      return seen === undefined ? null : setAssessedAt(state, seen, at);
    }
  }
}

function aboutOf(
  dispute: Dispute,
  { form }: FormState,
  rules: readonly { readonly id: string; readonly problem: string }[],
): string {
  if (dispute.kind === 'assessed-at') return 'Seen at';
  if (dispute.kind === 'answer') return itemsOf(form).get(itemId(dispute.key))?.text ?? dispute.key;
  return rules.find(({ id }) => id === dispute.rule)?.problem ?? dispute.rule;
}

function renderSide(
  dispute: Dispute,
  said: Answer | ProblemDecision | string | null,
  state: FormState,
  use: ScorerPress | null,
): TemplateResult {
  const words = saidWords(dispute, said, state);
  const by = said === null || typeof said === 'string' ? null : authorWords(said.by);
  return html`<p>
    ${data(words)} <span class="meta">${data(by)}</span>
    ${
      said === null || use === null
        ? nothing
        : html`<button type="button" ${press(use)}>Use this<span class="spoken">: ${data(words)}</span></button>`
    }
  </p>`;
}

function saidWords(
  dispute: Dispute,
  said: Answer | ProblemDecision | string | null,
  { form }: FormState,
): string {
  if (said === null) return 'taken back by one of them';
  if (typeof said === 'string') return formatDateTime(said);
  if (said.state === 'accepted') return `Accepted: ${said.problem}`;
  if (said.state === 'dismissed') return `Not a problem: ${said.reason}`;
  const item = dispute.kind === 'answer' ? itemsOf(form).get(itemId(dispute.key)) : undefined;
  return item === undefined ? said.state : answerText(item, said);
}
