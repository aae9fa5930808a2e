import type { PartialDate } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { SectionTeller } from '../internal/section-frame.ts';
import { undisputed } from '../internal/telling.ts';
import type { Telling } from '../internal/telling.ts';
import { footer } from './sections/footer.ts';
import { banner } from './sections/identity.ts';
import { sections } from './sections/index.ts';
import { stay } from './sections/stay.ts';

/** The whole summary of one view, in its fixed order. */
export function tellView(telling: Telling, level: number, since: PartialDate | null): TemplateResult {
  const person = undisputed(telling.view.sections.identity);
  return html`<article class="summary" aria-labelledby="who">
    ${banner(telling, level)}
    <div class="rest">
      ${person === null ? nothing : stay(person, telling.died, telling.today)}
      <div class="sections">
        ${sections.map((section) => [
          section.name === 'frailty' && since !== null ? changes(telling, since) : nothing,
          tellSafely(section, telling),
        ])}
      </div>
      ${footer(telling)}
    </div>
  </article>`;
}

/** A component of its own, so that a page that never asks does not carry it. */
function changes({ view, level }: Telling, since: PartialDate): TemplateResult {
  return html`<ehch-what-changed .view=${view} .since=${since} .headingLevel=${level}>
    What changed is not shown: its component is not on this page.
  </ehch-what-changed>`;
}

/** A section whose data break the contract fails alone; it neither empties the others nor reads as none. */
function tellSafely(section: SectionTeller, telling: Telling): TemplateResult {
  try {
    return section.tell(telling);
  } catch {
    const { view, now } = telling;
    const failed = { state: 'failed', error: { code: 'malformed' }, at: now } as const;
    return section.tell({
      ...telling,
      view: { ...view, sections: { ...view.sections, [section.name]: failed } },
    });
  }
}
