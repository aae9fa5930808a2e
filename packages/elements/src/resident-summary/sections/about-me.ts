import type { AboutMe, AboutMeEntry } from '@ehch/clinical';
import { html, nothing } from 'lit';
import { fact } from '../../internal/fact.ts';
import { defineSection } from '../../internal/section-frame.ts';
import { data } from '../../internal/text.ts';

// The headings of PRSB About Me, in the person's own voice; how I communicate stands first, because it decides
// whether anything else that is asked will be answered.
const HEADING: Record<AboutMeEntry['heading'], string> = {
  communication: 'How I communicate',
  'what-matters': 'What matters to me',
  people: 'People who matter to me',
  wellness: 'How I am when I am well',
  'please-do': 'Please do, and please do not',
  support: 'How to support me',
  'also-know': 'Also good to know',
};

const ORDER = Object.keys(HEADING);

export const aboutMe = defineSection({
  name: 'aboutMe',
  title: 'About me and how I communicate',
  summary: ({ languages, interpreter }: AboutMe) =>
    [languages.find(({ preferred }) => preferred)?.name, interpreter === true ? 'interpreter needed' : null]
      .filter((part) => typeof part === 'string')
      .join(', ') || null,
  body: ({ entries, languages, interpreter }, { today }) =>
    html`<ul class="facts">
      ${
        languages.length === 0
          ? nothing
          : html`<li class="fact">
              Languages:
              ${languages.map(
                ({ name, preferred }, index) =>
                  html`${index === 0 ? '' : ', '}${data(name)}${preferred ? ' (preferred)' : ''}`,
              )}
            </li>`
      }
      ${
        interpreter === null
          ? nothing
          : html`<li class="fact">Interpreter: <strong>${interpreter ? 'needed' : 'not needed'}</strong></li>`
      }
      ${entries
        .toSorted((a, b) => ORDER.indexOf(a.heading) - ORDER.indexOf(b.heading))
        .map((entry) =>
          fact(html`<strong>${HEADING[entry.heading]}:</strong> ${data(entry.text)}`, entry, today),
        )}
    </ul>`,
});
