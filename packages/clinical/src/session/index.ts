export * from './form/index.ts';
export type * from './step.ts';
