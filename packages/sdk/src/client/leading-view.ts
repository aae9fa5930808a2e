import { LEADING_SECTIONS, type ResidentView } from '@ehch/clinical';
import { mapSections } from './map-sections.ts';

/**
 * The part of a view that a screen draws in its first frame: identity, agreed limits and allergies. Other known
 * sections say `loading` until the next view. A long record drawn at once would delay the name and the limits. The
 * glance stays: it is short, and it was worked out from the whole record.
 *
 * It returns the view itself where nothing else is known.
 */
export function leadingView(view: ResidentView): ResidentView {
  const hasMore = Object.entries(view.sections).some(
    ([name, { state }]) => state === 'known' && !LEADING_SECTIONS.some((leading) => leading === name),
  );
  if (!hasMore) return view;
  return mapSections(view, (section, name) =>
    section.state === 'known' && !LEADING_SECTIONS.includes(name) ? { state: 'loading' } : section,
  );
}
