import type { ResidentView, SectionError } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import { mapSections } from './map-sections.ts';

/**
 * The view to show while the engine cannot be reached: what was known stays, and says that its refresh failed.
 * What had not been read yet has failed.
 */
export function viewAfterLoss(last: ResidentView, error: SectionError, at: Instant): ResidentView {
  return mapSections(last, (section) => {
    if (section.state === 'known') return { ...section, refresh: { state: 'failed', error, at } };
    return section.state === 'loading' ? { state: 'failed', error, at } : section;
  });
}

/**
 * The view to show while a new engine reads the record again: a section that it has not answered yet keeps what
 * was known before. Anything that it has answered wins, a refusal above all.
 */
export function carryOver(last: ResidentView, next: ResidentView): ResidentView {
  return mapSections(next, (section, name) => {
    const before = last.sections[name];
    if (before.state !== 'known') return section;
    if (section.state === 'loading') return { ...before, refresh: { state: 'running' } };
    if (section.state === 'failed')
      return { ...before, refresh: { state: 'failed', error: section.error, at: section.at } };
    return section;
  });
}

/** Everything in it has been answered by the source itself, so that nothing of before has to stand in. */
export function isAnswered(view: ResidentView): boolean {
  return Object.values(view.sections).every(({ state }) => state !== 'loading' && state !== 'failed');
}
