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
  SignedIn,
} from '@ehch/sync';
export type { EnginePort } from '@ehch/sync/window';
