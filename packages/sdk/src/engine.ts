export { staffRolesIn } from '@ehch/fhir';
export { serveEngine, type ServeOptions } from '@ehch/sync';
