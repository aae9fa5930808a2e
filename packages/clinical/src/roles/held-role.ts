import type { Instant } from '../time/types.ts';
import { passOf, type PassFor, type RolePeriod } from './pass.ts';
import type { RoleId } from './role.ts';
import { roleById } from './roles.ts';

/** A role that somebody has in an organisation, as the record says it. */
export interface HeldRole {
  readonly role: RoleId;
  /** The role in the record's own words; `null`: it has codes alone. */
  readonly said: string | null;
  readonly organisation: { readonly reference: string | null; readonly name: string | null };
  readonly period: RolePeriod;
}

/** In which role somebody works now. Nobody but the person chooses between two. */
export type RoleNow =
  | { readonly state: 'one'; readonly held: HeldRole }
  | { readonly state: 'choose'; readonly between: readonly HeldRole[] }
  /** None is in force. Nothing is seen and nothing is pressed. */
  | { readonly state: 'none' };

/**
 * The role of now. A shift that has ended is no role any more, and a role that nobody has mapped is no choice beside one that somebody
 * has.
 *
 * @param about what the sign-in is for: without its home an agency's pass is none
 */
export function roleNow(held: readonly HeldRole[], now: Instant, about: PassFor): RoleNow {
  const inForce = held.filter(
    ({ role, period }) => passOf(roleById(role), period, now, about).state === 'in-force',
  );
  const mapped = inForce.filter(({ role }) => role !== 'unknown');
  const between = mapped.length > 0 ? mapped : inForce.slice(0, 1);
  const [first, ...others] = between;
  if (first === undefined) return { state: 'none' };
  return others.length === 0 ? { state: 'one', held: first } : { state: 'choose', between };
}
