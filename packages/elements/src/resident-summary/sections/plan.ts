import { formatDateWithWeekday } from '@ehch/clinical/display';
import { daysBetween } from '@ehch/clinical/time';
import type { CarePlanEntry, PlanClock, PlanSummary } from '@ehch/clinical';
import type { CivilDate } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import { fact } from '../../internal/fact.ts';
import { factList } from '../../internal/fact-list.ts';
import { defineSection } from '../../internal/section-frame.ts';
import type { SectionSurroundings } from '../../internal/section-surroundings.ts';
import { count, data, joined, joinedLine, lines, plain, strong } from '../../internal/text.ts';
import { dated } from '../../internal/when.ts';
import { due } from './due-words.ts';

export const plan = defineSection({
  name: 'plan',
  title: 'Plan',
  facts: ({ plans, goals }: PlanSummary) => [...plans, ...goals],
  row: ({ plans, goals, clock }, { today, died }) => {
    const inForce = plans.find((one) => one.status === 'active' && !one.cautions.includes('unconfirmed'));
    const reviewBy = inForce?.reviewBy ?? null;
    return joinedLine([
      clock === null || clock.met || died ? null : due('plan due', clock.due, today),
      reviewBy === null ? null : died ? dated('review', reviewBy) : due('review', reviewBy, today),
      plans.length === 0 ? null : count(plans.length, 'plan'),
      goals.length === 0 ? null : count(goals.length, 'goal'),
    ]);
  },
  body: ({ plans, goals, clock }, around) => html`
    ${
      clock === null || around.died || isHistory(clock, around.today)
        ? nothing
        : html`<p>${clockWords(clock, around.today)}</p>`
    }
    ${factList(plans, (entry) => fact(planWords(entry, around), entry, around))}
    ${factList(goals, (goal) =>
      fact(
        joined([
          strong(goal.text),
          `goal ${plain(goal.status)}`,
          goal.due === null
            ? null
            : goal.status === 'current' && !around.died
              ? due('by', goal.due, around.today)
              : dated('by', goal.due),
        ]),
        goal,
        around,
      ),
    )}
  `,
});

/** [P] A clock that was met says nothing of today once a quarter has gone by. */
function isHistory({ met, due: by }: PlanClock, today: CivilDate): boolean {
  return met && daysBetween(by, today) > 90;
}

/** The clock explains itself: EHCH asks for a plan within seven working days of coming to the home or back to it. */
function clockWords({ met, due, because, from, dayOne, holidaysUnknown }: PlanClock, today: CivilDate) {
  const admitted = because === 'admitted';
  // What was done in time needs no reckoning.
  if (met)
    return `Plan made since ${admitted ? 'coming to the home' : 'coming back'} ${formatDateWithWeekday(from)}.`;
  const came = admitted ? 'came to the home' : 'came back';
  const why = [
    `${came} ${formatDateWithWeekday(from)}, day 1 is ${formatDateWithWeekday(dayOne)}`,
    ...(holidaysUnknown ? ['bank holidays of that time are not known here, so it may be later'] : []),
  ].join('; ');
  return due < today
    ? html`<strong class="old">Plan was due ${formatDateWithWeekday(due)}</strong>: ${why}.`
    : html`<strong>Plan due ${formatDateWithWeekday(due)}</strong>: ${why}.`;
}

function planWords(
  { title, description, status, reviewBy, actions, cautions: doubts }: CarePlanEntry,
  { today, died }: SectionSurroundings,
) {
  // After death nothing is late any more, and a proposal never is.
  const isCurrent = !died && (status === 'active' || status === 'unknown') && !doubts.includes('unconfirmed');
  return html`${joined([
    strong(title),
    description === undefined ? null : lines(description),
    status === 'unknown' ? 'status not known' : plain(status),
    reviewBy === null ? null : isCurrent ? due('review by', reviewBy, today) : dated('review by', reviewBy),
  ])}${
    actions.length === 0
      ? nothing
      : html`<span class="actions">${actions.map(
          (action) =>
            html`<span class="action">${joined([
              data(action.text),
              action.owner === null ? 'no owner recorded' : html`${data(action.owner)}`,
              action.due === null
                ? null
                : isCurrent && action.proposed !== true
                  ? due('due', action.due, today)
                  : dated('due', action.due),
            ])}</span>`,
        )}</span>`
  }`;
}
