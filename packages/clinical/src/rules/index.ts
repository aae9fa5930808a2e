export * from './changes-since.ts';
export type { ChangeKind, DatedFact } from './dated-facts.ts';
export * from './freshness.ts';
export * from './high-risk-medicine.ts';
export * from './medicine-counts.ts';
export * from './nhs-number.ts';
export * from './plan-clock.ts';
export * from './same-name.ts';
export * from './snomed-id.ts';
