import { LEADING_SECTIONS, type ResidentView } from '@ehch/clinical';
import { mapSections } from './map-sections.ts';

/**
 * Who she is, what is agreed and her allergies, as they are known; what else is known is on its way. A screen draws it in its
 * first frame: a long record drawn at once would keep her name and her limits waiting.
 */
export function leadingView(view: ResidentView): ResidentView {
  return mapSections(view, (section, name) =>
    section.state === 'known' && !LEADING_SECTIONS.includes(name) ? { state: 'loading' } : section,
  );
}
