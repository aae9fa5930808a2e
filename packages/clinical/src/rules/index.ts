export * from './freshness.ts';
export * from './nhs-number.ts';
export * from './plan-clock.ts';
export * from './snomed-id.ts';
