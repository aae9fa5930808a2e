import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { SectionSurroundings } from '../../internal/section-surroundings.ts';
import { retryButton } from '../../internal/retry.ts';
import { scoreSources } from '../../internal/score-sources.ts';
import { data } from '../../internal/text.ts';
import { moment } from '../../internal/when.ts';

/** Where all this came from, how fresh it is. */
export function footer({ view }: SectionSurroundings): TemplateResult {
  const sections = Object.values(view.sections);
  const asked = sections.flatMap((section) => (section.state === 'known' ? [section.asOf] : []));
  const oldest = asked.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];
  return html`<footer class="footer" part="footer">
    <p>
      ${view.sourceLabel ? data(view.sourceLabel) : 'Source not named'},
      ${oldest === undefined ? 'nothing has been read yet.' : html`read ${moment(oldest)} or later.`}
      ${
        sections.some((section) => section.state === 'known' && section.freshness === 'stale')
          ? retryButton(null, 'Read all again')
          : nothing
      }
    </p>
    ${scoreSources(view.scoreNotices)}
  </footer>`;
}
