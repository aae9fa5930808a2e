import { unreadIn } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { provenance } from '../internal/fact.ts';
import { gaps, retry } from '../internal/section-standing.ts';
import { lines } from '../internal/text.ts';
import { partWords } from '../internal/part-words.ts';
import { planPresses } from './care-plan-press.ts';
import { objectionWords } from './objection-words.ts';
import { CHANGING_SAID } from './plan-changes.ts';
import { planStandingWords } from './plan-frame.ts';
import type { PlanSurroundings } from './plan-surroundings.ts';

/** How the plan stands: an objection to sharing, how old what is shown is, and the clock with its arithmetic. */
export function renderStanding(around: PlanSurroundings): TemplateResult {
  const { plan, hasNoLines, view } = around;
  const { body } = plan;
  const isRead = body.state === 'known';
  return html`<div class="standing">
    ${objection(around)}
    ${isOld(around) ? html`<p class="state">Plan ${planStandingWords(body, around)}</p>` : nothing}
    ${isRead ? html`${gaps(body)} ${retry('plan', 'plan', view.sections.plan)}` : nothing}
    ${
      hasNoLines
        ? html`<p class="notice">This source does not tell the lines of a plan. There may be more.</p>`
        : nothing
    }
    ${clock(around)} ${toggle(around)}
  </div>`;
}

/** Reading stays calm: what changes a line is shown once somebody wants to change one. */
function toggle({ edit, changing }: PlanSurroundings) {
  if (changing === null) return nothing;
  const isOn = edit?.isOn ?? false;
  const pressed = planPresses.press({ kind: 'change-plan', isOn: !isOn });
  return html`<button type="button" class="change-plan" aria-pressed=${isOn} ${pressed}>
      ${isOn ? 'Done changing' : 'Change this plan'}
    </button>
    ${partWords(changing, CHANGING_SAID)}`;
}

function isOld({ plan: { body } }: PlanSurroundings): boolean {
  return (
    body.state === 'known' &&
    (body.freshness === 'stale' || body.refresh.state !== 'idle' || unreadIn(body).length > 0)
  );
}

/** Known to everybody before they share anything. */
function objection(around: PlanSurroundings) {
  return around.plan.objections.lines.map(
    (one) => html`<p class="notice">
      <strong>▲ Objects to sharing:</strong> ${lines(objectionWords(one))}
      ${provenance(one, around)}
    </p>`,
  );
}

/** One sentence, and how it was counted. In the last days and after death no clock is told. */
function clock({ plan, isUrging }: PlanSurroundings) {
  if (!isUrging) return nothing;
  if (plan.clock === null)
    return plan.noClock === null ? nothing : html`<p class="aside">${plan.noClock}</p>`;
  const { state, sentence, why } = plan.clock;
  const isLate = state === 'overdue';
  return html`<details class="clock">
    <summary>${
      isLate ? html`<strong class="late">▲ Overdue.</strong> ` : nothing
    }${sentence}<span class="why"> Why?</span></summary>
    <ol>
      ${why.map((step) => html`<li>${step}</li>`)}
    </ol>
  </details>`;
}
