import {
  SECTION_ORDER,
  type ResidentSections,
  type ResidentView,
  type Section,
  type SectionName,
} from '@ehch/clinical';

/** The view with each section as `change` gives it back. */
export function mapSections(
  view: ResidentView,
  change: (section: Section<unknown>, name: SectionName) => Section<unknown>,
): ResidentView {
  const sections = Object.fromEntries(SECTION_ORDER.map((name) => [name, change(view.sections[name], name)]));
  // Each section was made of the one of its own name.
  return { ...view, sections: sections as { [N in SectionName]: Section<ResidentSections[N]> } };
}
