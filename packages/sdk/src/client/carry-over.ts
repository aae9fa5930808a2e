import type { ResidentView, SectionError } from '@ehch/clinical';
import { carriedGlance, glanceAfterLoss } from '@ehch/clinical/glance';
import type { Instant } from '@ehch/clinical/time';
import { mapSections } from './map-sections.ts';

/**
 * The view to show while the engine cannot be reached. Known sections stay and say that their refresh failed.
 * Sections that were still loading have failed: a failed read is not an empty one. The glance keeps the time that it
 * was told for.
 */
export function viewAfterLoss(last: ResidentView, error: SectionError, at: Instant): ResidentView {
  return mapSections({ ...last, ...glanceAfterLoss(last) }, (section) => {
    if (section.state === 'known') return { ...section, refresh: { state: 'failed', error, at } };
    return section.state === 'loading' ? { state: 'failed', error, at } : section;
  });
}

/**
 * The view to show while a new engine reads the record again. A section that the engine has not answered keeps its
 * former content. Every answer replaces it, and a refusal above all: the reader may no longer see that content.
 */
export function carryOver(last: ResidentView, next: ResidentView): ResidentView {
  return mapSections({ ...next, ...carriedGlance(last, next) }, (section, name) => {
    const before = last.sections[name];
    if (before.state !== 'known') return section;
    if (section.state === 'loading') return { ...before, refresh: { state: 'running' } };
    if (section.state === 'failed')
      return { ...before, refresh: { state: 'failed', error: section.error, at: section.at } };
    return section;
  });
}

/** Whether the source has answered every section, so that no former content has to stand in. */
export function isAnswered(view: ResidentView): boolean {
  return Object.values(view.sections).every(({ state }) => state !== 'loading' && state !== 'failed');
}
