export * from './ambiguous.ts';
export * from './blocked.ts';
export * from './confirm.ts';
export * from './no-patient.ts';
export * from './not-configured.ts';
export * from './not-on-roster.ts';
export * from './own-states.ts';
export type * from './screen.ts';
export * from './shown.ts';
