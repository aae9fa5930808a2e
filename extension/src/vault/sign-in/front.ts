import type { PlaceConfiguration } from '@ehch/clinical';
import { whomToRing } from '@ehch/clinical/escalation';
import { isOpenAt } from '@ehch/clinical/place';
import type { Instant } from '@ehch/clinical/time';
import { MOST_TRIES, type Emergency, type WhoTold } from '../../messages/accounts.ts';
import type { SideState } from '../../messages/side-state.ts';
import type { AccountsDesk } from './accounts-desk.ts';
import { roleOf } from './role-of.ts';

/** What stands before whatever else a panel would show. `null`: somebody is signed in, and the lock is open. */
export function frontOfAccounts(
  desk: AccountsDesk,
  place: PlaceConfiguration,
  now: Instant,
): SideState | null {
  const { lock } = desk.lock;
  const { failed } = desk;
  const emergency = emergencyOf(place, now, desk.lock.isHeldBack ? worriesOf(desk) : 0);
  if (desk.isSigningIn) return { kind: 'signing-in', emergency };
  switch (lock.at) {
    case 'free':
      return null;
    case 'open':
      return unsentOf(desk, emergency);
    case 'soft': {
      const { hasPin, tries } = lock;
      return {
        kind: 'soft-lock',
        display: desk.session?.person.display ?? '',
        tries: hasPin ? MOST_TRIES - tries : null,
        wasWrong: tries > 0,
        failed,
        emergency,
      };
    }
    case 'hard':
      return { kind: 'hard-lock', why: lock.why, failed, emergency };
    case 'signed-out':
      return { kind: 'signed-out', why: lock.why, failed, emergency };
  }
}

/** Who is signed in, and in which role they see and press at this moment. */
export function whoOf(
  desk: AccountsDesk | null,
  where: { readonly place: PlaceConfiguration; readonly now: Instant } | null,
): WhoTold {
  const isOpen = desk?.lock.lock.at === 'open' && !desk.isSigningIn;
  if (!isOpen || desk.session === null || where === null)
    return { kind: 'who', person: null, hasAccounts: desk !== null };
  const { display, organisation } = desk.session.person;
  const { words: role } = roleOf(desk.session.person, where.place, where.now);
  return { kind: 'who', person: { display, role, organisation }, hasAccounts: true };
}

/** Worries that wait behind the lock. What was not counted yet is told once it is. */
function worriesOf({ status, lock }: AccountsDesk): number {
  return (
    status?.unsent.escalations ?? (lock.work.escalations > 0 && status !== null ? lock.work.escalations : 0)
  );
}

function unsentOf(desk: AccountsDesk, emergency: Emergency): SideState | null {
  const { unsent, lock } = desk;
  // Once all of it is sent, nothing keeps anybody.
  if (unsent === null || lock.work.kept === 0) return null;
  const { total, escalations, ofOthers = 0 } = unsent.unsent;
  const { waitingForPerson } = unsent;
  return { kind: 'unsent', total, escalations, ofOthers, waitingForPerson, drafts: desk.drafts, emergency };
}

/** Whom to ring, and where this is, from the place file: it holds no name of a resident. */
function emergencyOf(place: PlaceConfiguration, now: Instant, worries: number): Emergency {
  const numbers = place.contacts.filter(({ phone }) => phone.trim() !== '');
  const ring = numbers.map(({ name, phone, hours }) => ({
    name,
    phone,
    isOpen: isOpenAt(hours, now, place),
  }));
  return {
    // The open ones first, each in the place's own order.
    ring: [...ring.filter(({ isOpen }) => isOpen), ...ring.filter(({ isOpen }) => !isOpen)],
    homes: place.homes.map(({ name, address = null, access = null, phone = null }) => ({
      name,
      address,
      access,
      phone,
    })),
    worries,
    worryTo: worries === 0 ? null : worryTo(place, now),
  };
}

/** Whom to ring about a worry that was not sent. It may be anybody's, so no line for the last days takes it. `null`: 111. */
function worryTo(place: PlaceConfiguration, now: Instant): Emergency['worryTo'] {
  const targets = place.contacts
    .filter(({ forLastDays = false }) => !forLastDays)
    .map(({ id }) => ({ kind: 'contact', id }) as const);
  const { now: first } = whomToRing(targets, place, now);
  return first.kind === 'contact' ? { name: first.contact.name, phone: first.contact.phone } : null;
}
