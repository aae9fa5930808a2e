import type { StaffRole } from './role.ts';
import { ROLES } from './roles.ts';

/**
 * By whose eyes the other side reads a thread or a plan: a carer for the practice, a GP for the home [P]. The carer is chosen because
 * whatever a carer does not see may be missing where somebody acts on it.
 */
export function otherSideOf({ side }: Pick<StaffRole, 'side'>): StaffRole {
  return side === 'practice' ? ROLES.carer : ROLES.gp;
}
