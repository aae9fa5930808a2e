import type { NotMeasured, Recorded } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { happened, isFutureDated } from './future-dated.ts';
import { inSteps } from './in-steps.ts';

/** A list of facts. Those dated in the future stand apart, below the others. */
export function factList<T extends Recorded>(
  facts: readonly T[],
  draw: (one: T) => unknown,
  kind = '',
): TemplateResult {
  const ahead = facts.filter(isFutureDated);
  return html`${ahead.length === facts.length && facts.length > 0 ? nothing : list(happened(facts), draw, kind)}
  ${
    ahead.length === 0
      ? nothing
      : html`<p class="between">Dated in the future</p>
          ${list(ahead, draw, kind)}`
  }`;
}

function list<T>(facts: readonly T[], draw: (one: T) => unknown, kind: string) {
  return facts.length === 0 ? nothing : html`<ul class="facts ${kind}">${inSteps(facts.map(draw))}</ul>`;
}

/** How there is none: "no weight recorded", or "as a number" where something was written that is none, as "approx 60 kg". */
export function howNone({ notMeasured = [] }: WithNotMeasured, name: string): string {
  const isWritten = notMeasured.some((one) => one.isWritten === true && one.name === name);
  return isWritten ? 'as a number' : 'recorded';
}

interface WithNotMeasured {
  readonly notMeasured?: readonly NotMeasured[];
}
