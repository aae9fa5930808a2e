import type {
  HomeConfiguration,
  Identity,
  InboxConfiguration,
  PlaceConfiguration,
  ResidentId,
} from '@ehch/clinical';
import type { Practices } from '@ehch/clinical/escalation';
import { placementOf } from '@ehch/clinical/place';

/** From where a matter comes, and whose it is. What the place does not say is `null`: a first home of the list would be a guess. */
export interface Where {
  readonly home: HomeConfiguration | null;
  /** Of the resident's own practice. Another practice's inbox is nobody's to wait for. */
  readonly inbox: InboxConfiguration | null;
  readonly practices: Practices;
}

export function whereOf(
  place: PlaceConfiguration | null,
  resident: ResidentId | null,
  identity: Identity | null,
): Where {
  if (place === null) return { home: null, inbox: null, practices: { ofHome: null, ofResident: null } };
  const { home, practice, inbox } = placementOf(place, resident, identity?.stay?.home ?? null);
  const ofHome = (place.practices ?? []).find(({ id, name }) => [id, name].includes(home?.practice ?? ''));
  // The record counts only where it knows the practice to be another than those of the homes.
  const registered = identity?.gpPractice?.usualForThisHome === false ? identity.gpPractice.name : null;
  const isPlaced = practice !== null && practice !== ofHome;
  const own = isPlaced ? practice : (place.practices ?? []).find(({ name }) => name === registered);
  return {
    home,
    inbox:
      isPlaced || registered === null ? inbox : (place.inboxes?.find(({ id }) => id === own?.inbox) ?? null),
    practices: {
      ofHome: contactName(place, ofHome?.contact) ?? ofHome?.name ?? home?.practice ?? null,
      ofResident: contactName(place, own?.contact) ?? own?.name ?? registered,
    },
  };
}

/** The name under which a practice is rung: the same as its contact's, where the place names one. */
function contactName({ contacts }: PlaceConfiguration, contact: string | undefined): string | null {
  return contacts.find(({ id }) => id === contact)?.name ?? null;
}
