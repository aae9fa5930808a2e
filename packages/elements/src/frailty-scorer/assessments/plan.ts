import { candidatesOf } from '@ehch/clinical/assessment';
import type { AssessmentTemplate } from '@ehch/clinical/assessment';
import type { FormItem } from '@ehch/clinical/form';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { press } from '../scorer-press.ts';
import type { SessionView } from '../session-view.ts';
import { sectionOf } from '../sections.ts';
import { renderFacts } from './facts.ts';
import { renderProblems } from './problems.ts';

/** The question of how closely to follow somebody. */
const STRATUM = 'stratum';

/** What belongs to the plan stands with it; elsewhere one line says how much of it is waiting. */
export function renderPlan(
  view: SessionView,
  template: AssessmentTemplate,
  front: FormItem | null,
): TemplateResult | typeof nothing {
  const { session, state } = view;
  const candidates = candidatesOf(template, state, session.previous);
  const section = front === null ? null : sectionOf(state, STRATUM);
  if (section === null || section === front?.id) {
    return html`${renderFacts(view, template)} ${renderProblems(candidates, view)}`;
  }
  if (candidates.length === 0) return nothing;
  const left = candidates.filter(({ decision }) => decision === null).length;
  return html`<p class="card screen">
    <button type="button" ${press({ kind: 'show-section', key: section, focus: true })}>
      Suggested problems: ${left} to decide
    </button>
  </p>`;
}
