import { LEADING_SECTIONS, type ResidentView } from '@ehch/clinical';
import { mapSections } from './map-sections.ts';

/**
 * Who she is, what is agreed and her allergies, as they are known; what else is known is on its way. A screen draws it in its
 * first frame: a long record drawn at once would keep her name and her limits waiting. The view itself, where no more than that is known.
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
