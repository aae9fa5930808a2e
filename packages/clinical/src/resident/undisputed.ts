import type { Section } from '../section.ts';
import type { ResidentSections, SectionName } from './sections.ts';
import type { ResidentView } from './view.ts';

/** Returns what a section says without dispute: its recorded value, or what disagreeing records share. */
export function undisputedValue<T>(section: Section<T>): T | null {
  if (section.state !== 'known') return null;
  // A view may come from any source. A `known` section without content says nothing here.
  const content: typeof section.content | undefined = section.content;
  if (content?.kind === 'recorded') return content.value;
  return content?.kind === 'disagree' ? content.common : null;
}

/** The same of a view's section by its name. */
export function undisputedIn<N extends SectionName>(view: ResidentView, name: N): ResidentSections[N] | null {
  return undisputedValue<ResidentSections[N]>(view.sections[name]);
}
