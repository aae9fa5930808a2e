import type { ResidentId } from '../resident/identity.ts';
import type {
  HomeConfiguration,
  InboxConfiguration,
  PlaceConfiguration,
  PracticeConfiguration,
} from './place.ts';

/** Where a matter about a resident belongs. `null` in a field: the place does not say it. */
export interface Placement {
  readonly home: HomeConfiguration | null;
  readonly practice: PracticeConfiguration | null;
  /** The inbox of the resident's own practice, else that of the home. */
  readonly inbox: InboxConfiguration | null;
}

/**
 * Finds home, practice and inbox of a resident. `homeName` is what the record says of the stay. With several homes and no
 * word about the resident it is `null`: a first home of the list would be a guess.
 */
export function placementOf(
  place: PlaceConfiguration,
  resident: ResidentId | null,
  homeName: string | null,
): Placement {
  const { homes, practices = [], residents = [], inboxes = [] } = place;
  const placed = residents.find((each) => each.resident === resident);
  const only = homes.length === 1 ? homes[0] : undefined;
  const home =
    homes.find(({ id }) => id === placed?.home) ??
    homes.find(({ name }) => name === homeName) ??
    only ??
    null;
  const practice =
    practices.find(({ id }) => id === placed?.practice) ??
    practices.find(({ id, name }) => id === home?.practice || name === home?.practice) ??
    null;
  // A resident of another practice must not be sent to the practice of the home.
  const own = placed?.practice === undefined ? (home?.inbox ?? practice?.inbox) : practice?.inbox;
  return { home, practice, inbox: inboxes.find(({ id }) => id === own) ?? null };
}
