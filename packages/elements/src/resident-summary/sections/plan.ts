import { formatDateWithWeekday } from '@ehch/clinical';
import type { CarePlanEntry, CivilDate, PlanClock, PlanSummary } from '@ehch/clinical';
import { html, nothing } from 'lit';
import { fact } from '../../internal/fact.ts';
import { defineSection } from '../../internal/section-frame.ts';
import { count, data, joined, plain, strong } from '../../internal/text.ts';
import { dated, day } from '../../internal/when.ts';

export const plan = defineSection({
  name: 'plan',
  title: 'Plan',
  summary: ({ plans, goals }: PlanSummary) =>
    `${count(plans.length, 'plan')}, ${count(goals.length, 'goal')}`,
  body: ({ plans, goals, clock }, { today, died }) => html`
    ${clock === null || died ? nothing : html`<p>${clockWords(clock, today)}</p>`}
    <ul class="facts">
      ${plans.map((entry) => fact(planWords(entry), entry, today))}
      ${goals.map((goal) =>
        fact(joined([strong(goal.text), `goal ${plain(goal.status)}`, dated('by', goal.due)]), goal, today),
      )}
    </ul>
  `,
});

/** The clock explains itself: EHCH asks for a plan within seven working days of coming to the home or back to it. */
function clockWords({ met, due, because, from, dayOne, holidaysUnknown }: PlanClock, today: CivilDate) {
  const came = because === 'admitted' ? 'came to the home' : 'came back';
  const why = [
    `${came} ${formatDateWithWeekday(from)}, day 1 is ${formatDateWithWeekday(dayOne)}`,
    ...(holidaysUnknown ? ['bank holidays of that time are not known here, so it may be later'] : []),
  ].join('; ');
  if (met) return `Plan made since then: ${why}.`;
  return due < today
    ? html`<strong class="old">Plan was due ${formatDateWithWeekday(due)}</strong>: ${why}.`
    : html`<strong>Plan due ${formatDateWithWeekday(due)}</strong>: ${why}.`;
}

function planWords({ title, description, status, reviewBy, actions }: CarePlanEntry) {
  return html`${joined([
    strong(title),
    description === undefined ? null : data(description),
    status === 'unknown' ? 'status not known' : plain(status),
    reviewBy === null ? null : html`review by ${day(reviewBy)}`,
  ])}${
    actions.length === 0
      ? nothing
      : html`<span class="actions">${actions.map(
          (action) =>
            html`<span class="action">${joined([
              data(action.text),
              action.owner === null ? 'no owner recorded' : html`${data(action.owner)}`,
              dated('due', action.due),
            ])}</span>`,
        )}</span>`
  }`;
}
