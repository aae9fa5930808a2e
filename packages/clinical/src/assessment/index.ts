export * from './candidates.ts';
export * from './decide-candidate.ts';
export * from './facts-of.ts';
export * from './templates.ts';
export type * from './types.ts';
