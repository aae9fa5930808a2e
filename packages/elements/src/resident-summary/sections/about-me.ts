import type { AboutMe, AboutMeEntry } from '@ehch/clinical';
import { html, nothing } from 'lit';
import { fact } from '../../internal/fact.ts';
import { factList } from '../../internal/fact-list.ts';
import { defineSection } from '../../internal/section-frame.ts';
import { data, joined, joinedLine, lines, listed } from '../../internal/text.ts';

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
  short: 'Me',
  facts: ({ entries }: AboutMe) => entries,
  row: ({ entries, languages, interpreter }: AboutMe) => {
    const first = inOrder(entries)[0];
    return joinedLine([
      data(first?.text ?? null),
      language(languages),
      interpreter === true ? 'interpreter needed' : null,
    ]);
  },
  body: ({ entries, languages, interpreter }, around) =>
    html`${spoken(languages, interpreter)}
    ${factList(inOrder(entries), (entry) =>
      fact(html`<strong>${HEADING[entry.heading]}:</strong> ${lines(entry.text)}`, entry, around),
    )}`,
});

function spoken(languages: AboutMe['languages'], interpreter: boolean | null) {
  const words = joined([
    languages.length === 0
      ? null
      : html`Speaks ${listed(
          languages.map(({ name, preferred }) => html`${data(name)}${preferred ? ' (preferred)' : ''}`),
        )}`,
    interpreter === null ? null : html`interpreter <strong>${interpreter ? 'needed' : 'not needed'}</strong>`,
  ]);
  return words.length === 0 ? nothing : html`<p>${words}</p>`;
}

function inOrder(entries: readonly AboutMeEntry[]): readonly AboutMeEntry[] {
  return entries.toSorted((a, b) => ORDER.indexOf(a.heading) - ORDER.indexOf(b.heading));
}

/** Her language, where it is not the one that this screen is in. */
function language(languages: AboutMe['languages']) {
  const first = languages.find(({ preferred }) => preferred) ?? languages[0];
  return first === undefined || first.name === 'English' ? null : data(first.name);
}
