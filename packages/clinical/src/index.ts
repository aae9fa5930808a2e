export * from './diagnostics/index.ts';
export * from './display/index.ts';
export * from './errors.ts';
export * from './assessment/index.ts';
export * from './form/index.ts';
export { scoringFacts } from './form/suggest/scoring-facts.ts';
export * from './form/suggest/suggestions-from-view.ts';
export * from './glance/index.ts';
export * from './instrument.ts';
export * from './instrument-notices.ts';
export * from './instruments/cfs/cfs-words.ts';
export * from './instruments/cfs/cfs.ts';
export { bandEfiCount, bandEfiScore, efi, type EfiInput, type EfiResult } from './instruments/efi/efi.ts';
export type { EfiBand } from './instruments/efi/efi-band.ts';
export * from './instruments/index.ts';
export * from './instruments/news2/news2-change.ts';
export * from './instruments/news2/news2.ts';
export {
  NEWS2_LIMITS,
  NEWS2_PARTS,
  NEWS2_SET_WINDOW_MS,
  type News2Part,
} from './instruments/news2/news2-part.ts';
export type { Spo2Scale } from './instruments/news2/news2-scale.ts';
export * from './instruments/news2/news2-words.ts';
export { news2Band, type News2Band, type News2Monitoring } from './instruments/news2/news2.table.ts';
export * from './instruments/records.ts';
export * from './instruments/total-expression.ts';
export * from './permission.ts';
export * from './place/instrument-settings.ts';
export * from './place/may-score.ts';
export type * from './place/place.ts';
export type * from './ports/care-actions.ts';
export type * from './ports/resident-source.ts';
export type * from './ports/stop-signal.ts';
export type * from './recorded.ts';
export * from './resident/index.ts';
export * from './rules/index.ts';
export * from './session/index.ts';
export * from './result-unit.ts';
export type * from './score.ts';
export type * from './section.ts';
export * from './time/index.ts';
