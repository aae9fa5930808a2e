import '../src/index.ts';
import '../src/care-plan/changing/index.ts';
import '../src/care-plan/copies/index.ts';
import type { CarePlanState } from '../src/care-plan/care-plan.fixtures.ts';
import type { CarePlanCard } from '../src/care-plan/index.ts';
import { planPortSaying, putCarePlan } from './care-plan-steps.ts';
import type { PlanPort } from './care-plan-steps.ts';

export { planPortSaying, settled, takeStep } from './care-plan-steps.ts';

const drawn = new Set<Element>();

afterEach(() => {
  for (const one of drawn) one.remove();
  drawn.clear();
});

/** Draws one named state as a page would. What is drawn in a test goes after it; a given box keeps it. */
export async function drawCarePlan(
  box: HTMLElement,
  state: CarePlanState,
  port: PlanPort | null = state.port === undefined ? null : planPortSaying(state.port),
  tag?: string,
): Promise<CarePlanCard> {
  const provider = document.createElement('ehch-provider');
  box.append(provider);
  if (box === document.body) drawn.add(provider);
  return putCarePlan(provider, state, port, tag);
}
