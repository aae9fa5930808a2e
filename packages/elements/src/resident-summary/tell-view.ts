import type { AgreedLimits, PartialDate, Section } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { SectionTeller, Telling } from '../internal/section-frame.ts';
import { changes } from './sections/changes.ts';
import { footer } from './sections/footer.ts';
import { banner, undisputed } from './sections/identity.ts';
import { sections } from './sections/index.ts';
import { stay } from './sections/stay.ts';

/** The whole summary of one view, in its fixed order. */
export function tellView(given: Telling, level: number, since: PartialDate | null): TemplateResult {
  const person = undisputed(given.view.sections.identity);
  const telling: Telling = {
    ...given,
    died: person?.death.state === 'died',
    lastDays: lastDays(given.view.sections.limits),
  };
  return html`<article class="summary" aria-labelledby="who">
    ${banner(telling, level)}
    <div class="rest">
      ${person === null ? nothing : stay(person, telling.died)}
      <div class="sections">
        ${sections.map((section) => [
          section.name === 'frailty' && since !== null ? changes(since, telling) : nothing,
          tellSafely(section, telling),
        ])}
      </div>
      ${footer(telling)}
    </div>
  </article>`;
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

/** Only a plan for the last days that no record disputes silences the scores. */
function lastDays(section: Section<AgreedLimits>): AgreedLimits['lastDays'] {
  if (section.state !== 'known') return null;
  if (section.content.kind === 'recorded') return section.content.value.lastDays;
  return section.content.kind === 'disagree' ? (section.content.common?.lastDays ?? null) : null;
}
