import { cgaFrailtyIndex, stratumFacts, totalText } from '@ehch/clinical/assessment';
import type { AssessmentTemplate } from '@ehch/clinical/assessment';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../../internal/heading.ts';
import { data, joined } from '../../internal/text.ts';
import { dayOr } from '../../internal/when.ts';
import { press } from '../scorer-press.ts';
import type { SessionView } from '../session-view.ts';
import { INDEX } from '../why.ts';

/** What stands beside the question of how closely to follow somebody, and proposes no answer to it. */
export function renderFacts(
  { state, record, now, level }: SessionView,
  template: AssessmentTemplate,
): TemplateResult {
  const index = cgaFrailtyIndex(template, state);
  const facts = stratumFacts(record, state, now);
  return html`<section class="card" aria-labelledby="parts">
    ${heading(level + 1, 'parts', 'Facts for the plan')}
    ${
      index === null
        ? nothing
        : html`<p>
            CGA frailty index (its own list, not the eFI): ${totalText(index)}, from ${index.from.considered} of
            ${index.from.of} deficits
            <button type="button" ${press({ kind: 'explain', key: INDEX })}>
              Why?<span class="spoken"> CGA frailty index</span>
            </button>
          </p>`
    }
    <ul class="facts">
      ${facts.map(
        ({ text, on, from, state: known }) =>
          html`<li class="fact">
            ${data(text)}
            <span class="meta"
              >${joined([
                known === 'known' ? html`${dayOr(on, 'date not recorded')}` : null,
                from === 'record' ? null : 'in this form',
              ])}</span
            >
          </li>`,
      )}
    </ul>
  </section>`;
}
