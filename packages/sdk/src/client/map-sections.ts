import {
  SECTION_ORDER,
  type ResidentSections,
  type ResidentView,
  type Section,
  type SectionName,
} from '@ehch/clinical';

/** Returns the view with each section replaced by the result of `change`. */
export function mapSections(
  view: ResidentView,
  change: (section: Section<unknown>, name: SectionName) => Section<unknown>,
): ResidentView {
  const sections = Object.fromEntries(SECTION_ORDER.map((name) => [name, change(view.sections[name], name)]));
  // Safe: `change` made each section from the section of the same name.
  return { ...view, sections: sections as { [N in SectionName]: Section<ResidentSections[N]> } };
}
