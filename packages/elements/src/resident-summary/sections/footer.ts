import type { PlaceConfiguration } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { SectionSurroundings } from '../../internal/section-surroundings.ts';
import { data } from '../../internal/text.ts';
import { day, moment } from '../../internal/when.ts';

/** Where all this came from, how fresh it is, and whose configuration it was told with. */
export function footer({ view, place }: SectionSurroundings): TemplateResult {
  const sections = Object.values(view.sections);
  const asked = sections.flatMap((section) => (section.state === 'known' ? [section.asOf] : []));
  const oldest = asked.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];
  return html`<footer class="footer" part="footer">
    <p>
      ${view.sourceLabel ? data(view.sourceLabel) : 'Source not named'},
      ${oldest === undefined ? 'nothing has been read yet.' : html`read ${moment(oldest)} or later.`}
      ${
        sections.some((section) => section.state === 'known' && section.freshness === 'stale')
          ? html`<button type="button" class="retry" data-retry="all">Read all again</button>`
          : nothing
      }
    </p>
    ${place?.signedOff === null ? html`<p><strong>Clinical content not signed off.</strong></p>` : nothing}
    <details class="more">
      <summary>Configuration and sources of the scores</summary>
      ${place === null ? nothing : configuration(place)}
      <p>
        NEWS2: Royal College of Physicians. National Early Warning Score (NEWS) 2: Standardising the
        assessment of acute-illness severity in the NHS. Updated report of a working party. London: RCP, 2017.
      </p>
    </details>
  </footer>`;
}

function configuration({ title, version, dated, owner, signedOff }: PlaceConfiguration) {
  return html`<p>
    Configuration: ${data(title)}, version ${data(version)}, ${day(dated)}, ${data(owner)}${
      signedOff === null ? nothing : html`; signed off by ${data(signedOff.by)}, ${day(signedOff.on)}`
    }.
  </p>`;
}
