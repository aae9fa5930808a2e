import type { CarePlan, PlanBody } from '@ehch/clinical/care-plan';

/** The lines of the plan, where it says one thing. `null`: it was not read, nobody recorded one, or records disagree. */
export function bodyIn({ body }: CarePlan): PlanBody | null {
  return body.state === 'known' && body.content.kind === 'recorded' ? body.content.value : null;
}
