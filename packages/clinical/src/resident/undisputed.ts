import type { ResidentSections, ResidentView, SectionName } from './view.ts';

/** What a section says with one voice: what is recorded, or what records that disagree do not dispute. */
export function undisputedIn<N extends SectionName>(view: ResidentView, name: N): ResidentSections[N] | null {
  const section = view.sections[name];
  if (section.state !== 'known') return null;
  if (section.content.kind === 'recorded') return section.content.value;
  return section.content.kind === 'disagree' ? section.content.common : null;
}
