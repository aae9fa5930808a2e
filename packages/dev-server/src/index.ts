export type { ActiveFault } from './faults/fault.ts';
export type { Personality } from './http/personality.ts';
export { describeReport } from './load/describe-report.ts';
export { LOADED_ROSTER_ID, loadData, type LoadReport } from './load/load-data.ts';
export type { FhirResource } from './resource.ts';
export { DEMO_NOW, sampleHome, type SampleHome } from './sample-home/sample-home.ts';
export { startDevServer, type DevServer, type DevServerOptions } from './serve.ts';
