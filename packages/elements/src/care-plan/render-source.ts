import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { retryButton } from '../internal/retry.ts';
import { data } from '../internal/text.ts';
import { moment } from '../internal/when.ts';
import type { PlanSurroundings } from './plan-surroundings.ts';

/** Where the plan came from and how fresh it is, from the parts of the record that the card shows. */
export function renderSource({ view }: PlanSurroundings): TemplateResult {
  const { identity, limits, aboutMe, people, plan } = view.sections;
  const read = [identity, limits, aboutMe, people, plan].filter((section) => section.state === 'known');
  const oldest = read.map(({ asOf }) => asOf).toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];
  return html`<footer class="footer" part="footer">
    <p>
      ${view.sourceLabel ? data(view.sourceLabel) : 'Source not named'},
      ${oldest === undefined ? 'nothing has been read yet.' : html`read ${moment(oldest)} or later.`}
      ${read.some(({ freshness }) => freshness === 'stale') ? retryButton(null, 'Read all again') : nothing}
    </p>
  </footer>`;
}
