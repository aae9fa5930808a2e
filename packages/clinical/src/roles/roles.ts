import type { RoleId, StaffRole } from './role.ts';

const FROM_OUTSIDE = {
  side: 'practice',
  view: 'registered',
  presses: 'clinician',
  breaksGlass: false,
  setsUpDevice: false,
  addsPeople: false,
  pass: null,
} as const;

const OF_THE_HOME = { ...FROM_OUTSIDE, side: 'home', presses: 'home-clinician' } as const;

/** Breaks the glass: what is withheld may be needed at night, when nobody else is there. */
const CARES = { ...OF_THE_HOME, view: 'unregistered', presses: 'carer', breaksGlass: true } as const;

/** Sees little, and raises a worry as everybody in the home does. */
const NOTICES = { ...OF_THE_HOME, view: 'least', presses: 'own-worry' } as const;

/**
 * THE REGISTRY of roles [P]. Registered are those whom a professional body registers, and the registered manager of the home.
 * Nothing is withheld from them, so they have no glass to break. A role outside the home and the practice counts for the practice
 * where it answers, and for the home where it only notices.
 */
export const ROLES: { readonly [Id in RoleId]: StaffRole & { readonly id: Id } } = {
  gp: { ...FROM_OUTSIDE, id: 'gp', title: 'GP', setsUpDevice: true, addsPeople: true },
  matron: { ...FROM_OUTSIDE, id: 'matron', title: 'Matron or community nurse', setsUpDevice: true },
  'pcn-pharmacist': { ...FROM_OUTSIDE, id: 'pcn-pharmacist', title: 'Primary care network pharmacist' },
  'community-pharmacist': { ...FROM_OUTSIDE, id: 'community-pharmacist', title: 'Community pharmacist' },
  'care-coordinator': {
    ...CARES,
    id: 'care-coordinator',
    title: 'Care coordinator',
    side: 'practice',
    presses: 'coordinator',
    setsUpDevice: true,
  },
  therapist: { ...FROM_OUTSIDE, id: 'therapist', title: 'Therapist' },
  dietitian: { ...FROM_OUTSIDE, id: 'dietitian', title: 'Dietitian' },
  'social-worker': { ...FROM_OUTSIDE, id: 'social-worker', title: 'Social worker' },
  'safeguarding-lead': { ...FROM_OUTSIDE, id: 'safeguarding-lead', title: 'Safeguarding lead' },
  'visiting-clinician': {
    ...FROM_OUTSIDE,
    id: 'visiting-clinician',
    title: 'Visiting clinician',
    pass: 'one-resident',
  },
  'home-manager': {
    ...OF_THE_HOME,
    id: 'home-manager',
    title: 'Home manager',
    setsUpDevice: true,
    addsPeople: true,
  },
  nurse: { ...OF_THE_HOME, id: 'nurse', title: 'Nurse of the home', setsUpDevice: true },
  'senior-carer': { ...CARES, id: 'senior-carer', title: 'Senior carer', presses: 'senior-carer' },
  carer: { ...CARES, id: 'carer', title: 'Carer' },
  // Who keeps the list of residents is of the home.
  'agency-nurse': {
    ...OF_THE_HOME,
    id: 'agency-nurse',
    title: 'Agency nurse, for a shift',
    presses: 'agency-nurse',
    pass: 'home-shift',
  },
  'agency-carer': { ...CARES, id: 'agency-carer', title: 'Agency carer, for a shift', pass: 'home-shift' },
  'kitchen-or-domestic': {
    ...NOTICES,
    id: 'kitchen-or-domestic',
    title: 'Kitchen or domestic staff',
    view: 'meal-card',
  },
  voluntary: { ...NOTICES, id: 'voluntary', title: 'Voluntary sector', view: 'visitor' },
  educator: { ...NOTICES, id: 'educator', title: 'Educator' },
  unknown: { ...NOTICES, id: 'unknown', title: 'Role not known here' },
};

/** Every role, in the order of the page of roles. */
export const ROLE_IDS = Object.keys(ROLES) as readonly RoleId[];

/** A role by its id. Guard: what names no role is unknown, and unknown is never a licence. */
export function roleById(id: string): StaffRole {
  return Object.hasOwn(ROLES, id) ? ROLES[id as RoleId] : ROLES.unknown;
}
