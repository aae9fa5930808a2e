import { coversHolidays, isOpenAt, openUntil, opensNext } from '../place/opening-hours.ts';
import type { PlaceConfiguration, ServiceContact } from '../place/place.ts';
import { londonDate } from '../time/london.ts';
import type { Instant } from '../time/types.ts';
import type { RingTarget } from './ladder.ts';

/** One line of "ring now": whom, whether they answer, and what is known about that. */
export type RingLine =
  | { readonly kind: '999' }
  | { readonly kind: '111' }
  | { readonly kind: 'in-house'; readonly who: string }
  /** The resident's own practice, of which the place has no number. It is named, and not guessed. */
  | { readonly kind: 'own-practice'; readonly name: string }
  | {
      readonly kind: 'contact';
      readonly contact: ServiceContact;
      readonly isOpen: boolean;
      /** When an open service closes; `null`: it does not close, or it is closed. */
      readonly until: Instant | null;
      /** When a closed service opens next; `null`: it is open, or does not open within two weeks. */
      readonly next: Instant | null;
      /** The list of bank holidays ends before today, so the hours may be wrong. */
      readonly isUnsure: boolean;
    };

/** Whom to ring now, and whom if nobody answers. */
export interface Ringing {
  /** The first that answers now. */
  readonly now: RingLine;
  /** In the order of asking, if nobody answers. The last is always 111 or 999. */
  readonly then: readonly RingLine[];
  /** Named by the ladder, and closed or without a number. */
  readonly closed: readonly RingLine[];
  /** Ids that the ladder names and the place does not have: a fault of the configuration, which is said. */
  readonly unknown: readonly string[];
}

/**
 * Puts the targets of a rung in their order of asking at a moment (SPEC R9). Where none answers it is 111, which the NHS
 * answers at any hour.
 */
export function whomToRing(
  targets: readonly RingTarget[],
  place: Pick<PlaceConfiguration, 'contacts' | 'bankHolidays' | 'bankHolidaysUntil'>,
  now: Instant,
  practices: Practices = { ofHome: null, ofResident: null },
): Ringing {
  const unknown: string[] = [];
  const lines = targets.flatMap((target): RingLine[] => {
    if (target.kind !== 'contact') return [target];
    const named = place.contacts.find(({ id }) => id === target.id);
    if (named === undefined) unknown.push(target.id);
    if (named === undefined) return [];
    const contact = ownOf(named, place.contacts, practices);
    return [
      contact === null
        ? { kind: 'own-practice', name: practices.ofResident ?? '' }
        : lineOf(contact, place, now),
    ];
  });
  const isAnswered = (line: RingLine) => {
    if (line.kind === 'own-practice') return false;
    return line.kind !== 'contact' || (line.isOpen && line.contact.phone.trim() !== '');
  };
  const open = lines.filter(isAnswered);
  // Somebody in the home is asked first, and is no service that answers for the home.
  const hasLast = open.some(({ kind }) => kind === '111' || kind === '999');
  const [first, ...then] = hasLast ? open : [...open, { kind: '111' } as const];
  return {
    now: first ?? { kind: '111' },
    then,
    closed: lines.filter((line) => !isAnswered(line)),
    unknown,
  };
}

/** The practice of the home, and the one with which the resident is registered. `null`: nobody has said. */
export interface Practices {
  readonly ofHome: string | null;
  readonly ofResident: string | null;
}

/** In place of the home's practice the resident's own: another one does not take a call about her. `null`: it has no entry. */
function ownOf(
  contact: ServiceContact,
  contacts: readonly ServiceContact[],
  { ofHome, ofResident }: Practices,
): ServiceContact | null {
  if (ofResident === null || contact.name !== ofHome || ofResident === ofHome) return contact;
  return contacts.find(({ name }) => name === ofResident) ?? null;
}

function lineOf(
  contact: ServiceContact,
  place: Pick<PlaceConfiguration, 'bankHolidays' | 'bankHolidaysUntil'>,
  now: Instant,
): RingLine {
  const hours = contact.referrals ?? contact.hours;
  const isOpen = isOpenAt(hours, now, place);
  return {
    kind: 'contact',
    contact,
    isOpen,
    until: isOpen ? openUntil(hours, now, place) : null,
    next: isOpen ? null : opensNext(hours, now, place),
    isUnsure: !coversHolidays(place, londonDate(now)),
  };
}
