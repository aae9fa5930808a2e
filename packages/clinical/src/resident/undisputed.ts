import type { ResidentSections, ResidentView, SectionName } from './view.ts';

/** What a section says with one voice: what is recorded, or what records that disagree do not dispute. */
export function undisputedIn<N extends SectionName>(view: ResidentView, name: N): ResidentSections[N] | null {
  const section = view.sections[name];
  if (section.state !== 'known') return null;
  // A view may come from anywhere: a section without what its state promises says nothing here.
  const content: typeof section.content | undefined = section.content;
  if (content?.kind === 'recorded') return content.value;
  return content?.kind === 'disagree' ? content.common : null;
}
