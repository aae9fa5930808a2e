import type { AboutMeEntry } from '../../../resident/about-me.ts';
import { factOf, recordedIn, usefulFor, type FactReader, type FactReaders } from '../recorded-fact.ts';

/** About Me in the person's words, the newest of each heading, and their language. [P] Of use for a year. */
export const aboutMeFacts: FactReaders = usefulFor(12, {
  'about-communication': words('communication'),
  'about-what-matters': words('what-matters'),
  'about-people': words('people'),
  'about-wellness': words('wellness'),
  'about-please-do': words('please-do'),
  'about-support': words('support'),
  'about-also-know': words('also-know'),
  language: (view) => {
    const languages = recordedIn(view, 'aboutMe')?.languages ?? [];
    const said = languages.filter(({ preferred }) => preferred);
    const [one, ...others] = said.length > 0 ? said : languages;
    // Of several, nobody says here which one to speak.
    if (one === undefined || others.length > 0) return null;
    return { value: one.name, text: one.name, on: null, source: view.sourceLabel };
  },
  interpreter: (view) => {
    const needs = recordedIn(view, 'aboutMe')?.interpreter ?? null;
    if (needs === null) return null;
    const [value, text] = needs ? ['yes', 'Needs an interpreter'] : ['no', 'No interpreter needed'];
    return { value, text, on: null, source: view.sourceLabel };
  },
});

function words(heading: AboutMeEntry['heading']): FactReader {
  return (view) => {
    const said = (recordedIn(view, 'aboutMe')?.entries ?? []).filter((entry) => entry.heading === heading);
    const [entry, ...others] = said;
    // Two texts under one heading may be two halves, and the second one may take the first one back.
    return entry === undefined || others.length > 0 ? null : factOf(entry, entry.text, entry.text);
  };
}
