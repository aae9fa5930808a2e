import type { PlaceConfiguration } from '@ehch/clinical';
import { isOpenAt } from '@ehch/clinical/place';
import type { Instant } from '@ehch/clinical/time';
import type { Emergency, WhoTold } from '../../messages/accounts.ts';
import type { SideState } from '../../messages/side-state.ts';
import { MOST_TRIES } from '../lock/lock.ts';
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

function unsentOf({ unsent, lock }: AccountsDesk, emergency: Emergency): SideState | null {
  // Once all of it is sent, nothing keeps anybody.
  if (unsent === null || lock.work.kept === 0) return null;
  const { total, escalations, ofOthers = 0 } = unsent.unsent;
  const drafts = Math.max(0, lock.work.kept - total);
  const { waitingForPerson } = unsent;
  return { kind: 'unsent', total, escalations, ofOthers, waitingForPerson, drafts, emergency };
}

/** Whom to ring, and where this is, from the place file: it holds no name of a resident. */
function emergencyOf(place: PlaceConfiguration, now: Instant, worries: number): Emergency {
  const ring = place.contacts.map(({ name, phone, hours }) => ({
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
  };
}
