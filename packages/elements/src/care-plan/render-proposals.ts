import type { PlanLine } from '@ehch/clinical/care-plan';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { NOTHING_COMMON } from '../internal/common-record.ts';
import { fact } from '../internal/fact.ts';
import { bodyIn } from './body-in.ts';
import { wholeLine } from './field-words.ts';
import { editProposal } from './edit-line.ts';
import type { PlanSurroundings } from './plan-surroundings.ts';

/** Changes of decisions that somebody proposed. Nothing goes by them, and each says so. */
export function renderProposals(around: PlanSurroundings): TemplateResult | typeof nothing {
  const proposals = bodyIn(around.plan)?.proposals ?? [];
  if (proposals.length === 0) return nothing;
  return html`<p class="between">Proposed. NOT in force until somebody who may decide has taken it over.</p>
    <ul class="facts proposed">${proposals.map((line) => proposal(line, around))}</ul>`;
}

function proposal(line: PlanLine, around: PlanSurroundings): TemplateResult {
  const told = fact(wholeLine(line), line, {
    ...around,
    // Who proposes is said on each, whoever wrote the rest.
    common: NOTHING_COMMON,
  });
  const edit = editProposal(line, around);
  return html`${told} ${edit === nothing ? nothing : html`<li class="fact">${edit}</li>`}`;
}
