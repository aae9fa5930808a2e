import type { MissingPart } from '@ehch/clinical/care-plan';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { PlanSurroundings } from './plan-surroundings.ts';

/** What nobody has recorded of one part, in the place where a reader looks for it. */
export function missingOf(
  part: MissingPart['part'],
  { plan, hasNoLines }: PlanSurroundings,
): TemplateResult | typeof nothing {
  // A source that cannot tell lines cannot tell that one is missing.
  const found = hasNoLines ? undefined : plan.missing.find((one) => one.part === part);
  return found === undefined ? nothing : html`<p class="missing">${found.words}</p>`;
}
