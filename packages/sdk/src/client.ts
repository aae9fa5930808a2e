export * from './client/engine-client.ts';
export * from './client/engine-residents.ts';
export type { EngineLinkOptions } from './client/engine-link.ts';
export type {
  AuditedAction,
  Endpoint,
  EngineConfiguration,
  EnginePort,
  HostSurface,
  HttpRequest,
  HttpResponse,
  KeyMode,
  Roster,
  RosterEntry,
  SignedIn,
} from '@ehch/sync';
