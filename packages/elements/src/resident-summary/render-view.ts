import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Author } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { runningHead } from '../internal/running-head.ts';
import type { SectionRenderer } from '../internal/section-frame.ts';
import { undisputed } from '../internal/section-surroundings.ts';
import type { SectionSurroundings } from '../internal/section-surroundings.ts';
import { glance, glanceUnknown } from './glance/glance.ts';
import type { GlanceState } from './glance/glance.ts';
import { isWholeRecord, saidTogether, renderTogether } from './said-together.ts';
import { footer } from './sections/footer.ts';
import { banner } from './sections/identity.ts';
import { sections } from './sections/index.ts';
import { stay } from './sections/stay.ts';

/** How this summary is asked to tell its view. */
export interface ViewOptions {
  /** Of the heading with the name. */
  readonly level: number;
  readonly glance: GlanceState;
  /** Who would print it. */
  readonly author: Author | null;
}

/** The whole summary of one view, in its fixed order. */
export function renderView(
  given: SectionSurroundings,
  { level, glance: pressed, author }: ViewOptions,
): TemplateResult {
  const together = saidTogether(given);
  const inGroup = new Set(together.flatMap(({ names }) => names));
  const around = { ...given, wholeRecord: together.some(isWholeRecord) };
  const { identity } = around.view.sections;
  const person = undisputed(identity);
  return html`<article class="summary sheet" aria-labelledby="who">
    ${runningHead(identity, { at: around.now, by: author })}
    <div class="rest">
      ${banner(around, level)}
      ${person === null ? nothing : stay(person, around.died, around.today)}
      <div class="sections">
        ${sections.map((section) => [
          section.name === 'open' ? glanceSafely(around, pressed) : nothing,
          inGroup.has(section.name) ? nothing : renderSafely(section, around),
        ])}
        ${together.map((group) => renderTogether(group, around))}
      </div>
      ${footer(around)}
    </div>
  </article>`;
}

function glanceSafely(around: SectionSurroundings, pressed: GlanceState) {
  try {
    return glance(around, pressed);
  } catch (error) {
    reportCaught(error, 'elements/summary/glance');
    return glanceUnknown(around, 'could not be worked out');
  }
}

/** A section whose data break the contract fails alone; it neither empties the others nor reads as none. */
function renderSafely(section: SectionRenderer, around: SectionSurroundings): TemplateResult {
  try {
    return section.render(around);
  } catch (error) {
    reportCaught(error, 'elements/summary/section', section.name);
    const { view, now } = around;
    const failed = { state: 'failed', error: { code: 'malformed' }, at: now } as const;
    return section.render({
      ...around,
      view: { ...view, sections: { ...view.sections, [section.name]: failed } },
    });
  }
}
