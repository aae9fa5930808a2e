export * from './client/engine-client.ts';
export {
  engineResidents,
  type EngineResidents,
  type EngineResidentsOptions,
} from './client/engine-residents.ts';
export type { EngineLinkOptions } from './client/engine-link.ts';
export type {
  AuditedAction,
  CopiedRecords,
  Endpoint,
  EngineConfiguration,
  HostSurface,
  HttpRequest,
  HttpResponse,
  KeyMode,
  Roster,
  RosterEntry,
  SecretKeeping,
  SignedIn,
} from '@ehch/sync';
export { fetchHttp, type EnginePort, type FetchHttpOptions, type Http } from '@ehch/sync/window';
