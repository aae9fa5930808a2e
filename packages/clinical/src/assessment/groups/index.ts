export * from './as-last-time.ts';
export * from './group-summary.ts';
export * from './not-assessed.ts';
