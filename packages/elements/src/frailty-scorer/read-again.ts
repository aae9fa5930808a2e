import type { ResidentId, SectionName } from '@ehch/clinical';
import { EhchRetryEvent } from '../internal/events.ts';

/** The agreed limits stand after a score as in the summary: where they could not be loaded, a press asks for them again. */
export function readAgain({ type, target }: Event, resident: ResidentId | null): EhchRetryEvent | null {
  const button = type === 'click' && target instanceof Element ? target.closest('button') : null;
  const section = button?.dataset['retry'];
  return section === undefined || resident === null
    ? null
    : new EhchRetryEvent(resident, section as SectionName);
}
