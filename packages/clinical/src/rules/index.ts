export * from './changes-since.ts';
export type { ChangeKind, DatedFact } from './dated-facts.ts';
export * from './entered-resident.ts';
export * from './freshness.ts';
export * from './high-risk-medicine.ts';
export {
  laterNews2Words,
  leadingNews2,
  newestThenHighest,
  usualNews2Words,
  whyNotLeading,
} from './leading-news2.ts';
export * from './clinical-setting.ts';
export * from './medicine-counts.ts';
export * from './nhs-number.ts';
export * from './passphrase.ts';
export * from './plan-clock.ts';
export * from './problem-order.ts';
export * from './same-name.ts';
export * from './snomed-id.ts';
export * from './swallowing.ts';
export * from './spo2-target.ts';
export * from './settings-on-screen.ts';
export * from './state-settings.ts';
export * from './weight-change.ts';
