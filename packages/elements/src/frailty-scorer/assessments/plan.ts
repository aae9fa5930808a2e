import { candidatesOf } from '@ehch/clinical';
import type { AssessmentTemplate, FormItem } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Telling } from '../scorer-ui.ts';
import { sectionOf } from '../sections.ts';
import { drawFacts } from './facts.ts';
import { drawProblems } from './problems.ts';

/** The question of how closely to follow somebody. */
const STRATUM = 'stratum';

/** What belongs to the plan stands with it; elsewhere one line says how much of it is waiting. */
export function drawPlan(
  telling: Telling,
  template: AssessmentTemplate,
  front: FormItem | null,
): TemplateResult | typeof nothing {
  const { open, state } = telling;
  const candidates = candidatesOf(template, state, open.previous);
  const section = front === null ? null : sectionOf(state, STRATUM);
  if (section === null || section === front?.id) {
    return html`${drawFacts(telling, template)} ${drawProblems(candidates, telling)}`;
  }
  if (candidates.length === 0) return nothing;
  const left = candidates.filter(({ decision }) => decision === null).length;
  return html`<p class="card screen">
    <button type="button" data-press="section" data-key=${section} data-go="yes">Suggested problems: ${left} to decide</button>
  </p>`;
}
