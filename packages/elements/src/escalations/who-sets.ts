import type { Author, CareActions, PlaceConfiguration } from '@ehch/clinical';
import { deciderFor } from '@ehch/clinical/place';
import type { ThreadSide } from '@ehch/clinical/thread';
import { londonDate } from '@ehch/clinical/time';
import type { Instant } from '@ehch/clinical/time';
import type { SettingsPage } from './settings-part.ts';

/** Of the list, what decides who may set something for a resident. */
interface Setting {
  readonly side: ThreadSide;
  readonly author: Author | null;
  /** Whether the page lets whoever presses set it. */
  readonly mayDecide: boolean;
  readonly place: PlaceConfiguration | null;
  readonly now: Instant;
  readonly headingLevel: number;
}

/** Who sets what a clinician sets, and whether it is offered to them. */
export function whoSets(
  { side, author, mayDecide: isLet, place, now, headingLevel: level }: Setting,
  name: string,
  port: CareActions | null,
): SettingsPage {
  // Guard: a name that somebody typed is nobody's authority, so only whom the page names can set anything.
  const mayDecide = isLet && deciderFor(place, author, londonDate(now)) !== null;
  return {
    isOffered: side === 'practice' && mayDecide,
    by: { name, role: author?.role ?? null, mayDecide },
    level,
    port,
  };
}
