import type { CarePlan, Goal, Resource } from '@medplum/fhirtypes';
import { snomed, text } from '../codes.ts';
import { madeBy, type Resident } from '../resident.ts';

/** Writes the personalised care and support plan, with goals, and actions with an owner and a day. */
export function plan(resident: Resident): Resource[] {
  const { story, days, id, patient, staff } = resident;
  if (!story.plan) return [];
  const { on, reviewIn, status = 'active', goals, actions } = story.plan;
  const goalResources = goals.map(({ words, status: state = 'active' }, n): Goal => ({
    resourceType: 'Goal',
    id: id('goal', n),
    meta: madeBy(null, 'home'),
    lifecycleStatus: state,
    description: text(words),
    subject: patient,
    startDate: days.date(on),
    expressedBy: patient,
  }));
  const carePlan: CarePlan = {
    resourceType: 'CarePlan',
    id: id('plan'),
    meta: madeBy('UKCore-CarePlan', 'practice'),
    status,
    intent: 'plan',
    category: [{ coding: [snomed('713663002')], text: 'Personalised care and support plan' }],
    title: 'Personalised care and support plan',
    subject: patient,
    // The end of the period is the day by which the plan is reviewed.
    period: { start: days.date(on), end: days.date(-reviewIn) },
    created: days.date(on),
    author: staff('gp'),
    goal: goalResources.map((goal) => ({ reference: `Goal/${goal.id}` })),
    activity: actions.map(({ words, owner, dueIn }) => ({
      detail: {
        status: 'in-progress',
        description: words,
        performer: [staff(owner)],
        scheduledPeriod: { end: days.date(-dueIn) },
      },
    })),
  };
  return [carePlan, ...goalResources];
}
