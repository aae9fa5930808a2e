export type { HeldRole, RolePeriod } from '@ehch/clinical/roles';
export { staffRolesIn, type StaffRoles, type StaffWhose } from '@ehch/fhir';
export { serveEngine, type ServeOptions } from '@ehch/sync';
