export * from './care-plan/index.ts';
export * from './escalation/index.ts';
export * from './form/index.ts';
export type { Handing } from './handing.ts';
export * from './inbox/index.ts';
export * from './intents/index.ts';
export * from './settings/index.ts';
export type * from './step.ts';
