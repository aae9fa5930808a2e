export type { ActiveFault } from './faults/fault.ts';
export type { FhirResource } from './resource.ts';
export { DEMO_NOW, sampleHome, type SampleHome } from './sample-home/sample-home.ts';
export { startDevServer, type DevServer, type DevServerOptions } from './serve.ts';
