import type { Person } from './who.ts';

/**
 * The role by which views and presses are decided. The seam for `clinical/roles`: its table maps the codes.
 *
 * `null`: no table maps them yet, so nobody is given more than they have today.
 */
export type RoleOf = (person: Pick<Person, 'roleCodes'>) => string | null;

export const roleOf: RoleOf = () => null;
