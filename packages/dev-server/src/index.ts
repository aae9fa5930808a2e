export type { ActiveFault } from './faults/fault.ts';
export type { FhirResource } from './resource.ts';
export { startDevServer, type DevServer, type DevServerOptions } from './serve.ts';
