export * from './client/engine-residents.ts';
export type { EngineConfiguration, EnginePort, HostSurface, Roster, RosterEntry } from '@ehch/sync';
