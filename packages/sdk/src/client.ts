export * from './client/engine-residents.ts';
export type { EngineLinkOptions } from './client/engine-link.ts';
export type {
  Endpoint,
  EngineConfiguration,
  EnginePort,
  HostSurface,
  HttpRequest,
  HttpResponse,
  Roster,
  RosterEntry,
} from '@ehch/sync';
