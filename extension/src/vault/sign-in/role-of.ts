import type { PlaceConfiguration } from '@ehch/clinical';
import {
  passOf,
  passReaches,
  roleById,
  roleNow,
  type HeldRole,
  type Pass,
  type PassFor,
  type StaffRole,
} from '@ehch/clinical/roles';
import type { Instant } from '@ehch/clinical/time';
import type { Person } from './who.ts';

/** In which role somebody works at a moment, and for whom. */
export interface WorksAs {
  readonly role: StaffRole;
  readonly pass: Pass;
  /** The role as a screen says it. */
  readonly words: string;
}

/** Whoever has no role, or two between which nobody chose, sees the least: unknown is never a licence. */
const LEAST = roleById('unknown');
/** It needs no pass, and lasts as long as nothing better is known. */
const NO_PASS: Pass = { state: 'in-force', until: null, home: null, resident: null };

/** The role of now. A pass that has ended is no role any more, so it is asked for at each view. */
export function roleOf(
  { held, visits }: Pick<Person, 'held' | 'visits'>,
  place: Pick<PlaceConfiguration, 'homes'>,
  now: Instant,
): WorksAs {
  const about = aboutOf(place, visits);
  if (held === null) return least('Your role could not be read: you see the least.');
  const found = roleNow(held, now, about);
  switch (found.state) {
    case 'none':
      return least('No role of yours is in force: you see the least.');
    case 'choose':
      return least('You have several roles here, and nobody can choose between them yet: you see the least.');
    case 'one':
      return inRole(found.held, now, about);
  }
}

/** What a pass is about here: the home of the PC. A PC of several homes is of none of them. */
export function aboutOf({ homes }: Pick<PlaceConfiguration, 'homes'>, visits: string | null): PassFor {
  const [home, ...others] = homes;
  return { home: others.length === 0 ? (home?.id ?? null) : null, resident: visits };
}

function inRole(held: HeldRole, now: Instant, about: PassFor): WorksAs {
  const role = roleById(held.role);
  if (role === LEAST) return least('Your role is not known here: you see the least.');
  return { role, pass: passOf(role, held.period, now, about), words: held.said ?? role.title };
}

function least(words: string): WorksAs {
  return { role: LEAST, pass: NO_PASS, words };
}

/** The role by which one resident is seen. Outside a pass there is nothing, and the least is seen. */
export function roleFor(resident: string, { role, pass }: WorksAs, now: Instant): StaffRole {
  return passReaches(pass, { home: pass.state === 'none' ? null : pass.home, resident }, now) ? role : LEAST;
}
