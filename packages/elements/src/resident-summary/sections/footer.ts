import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Telling } from '../../internal/telling.ts';
import { data } from '../../internal/text.ts';
import { day, moment } from '../../internal/when.ts';

/** Where all this came from, how fresh it is, and whose configuration it was told with. */
export function footer({ view, place }: Telling): TemplateResult {
  const sections = Object.values(view.sections);
  const asked = sections.flatMap((section) => (section.state === 'known' ? [section.asOf] : []));
  const oldest = asked.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];
  return html`<footer class="footer" part="footer">
    <p>
      Source: ${data(view.sourceLabel)}.
      ${oldest === undefined ? 'Nothing has been read yet.' : html`All that is known was read at ${moment(oldest)} or later.`}
      ${
        sections.some((section) => section.state === 'known' && section.freshness === 'stale')
          ? html`<button type="button" class="retry" data-retry="all">Read all again</button>`
          : nothing
      }
    </p>
    ${
      place === null
        ? nothing
        : html`<p>
            Configuration: ${data(place.title)}, version ${data(place.version)}, ${day(place.dated)},
            ${data(place.owner)};
            ${
              place.signedOff === null
                ? html`<strong>clinical content not signed off</strong>`
                : html`signed off by ${data(place.signedOff.by)}, ${day(place.signedOff.on)}`
            }.
          </p>`
    }
    <p>
      NEWS2: Royal College of Physicians. National Early Warning Score (NEWS) 2: Standardising the assessment
      of acute-illness severity in the NHS. Updated report of a working party. London: RCP, 2017.
    </p>
  </footer>`;
}
