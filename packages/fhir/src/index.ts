export { buildView, buildViewInSteps } from './build-view.ts';
export type { BuildViewInput, TypeOutcome } from './build-view-input.ts';
export { completeView } from './computed/complete-view.ts';
export { openedInSteps, readRecord, recordInSteps } from './read-record.ts';
export type * from './recorded-view.ts';
export { readBundle, readPages, type BundleGap, type BundleReading } from './bundle.ts';
export { hasEscapedName } from './escaped-names.ts';
export { isObject, listAt, textAt, type Entry, type JsonObject } from './entry.ts';
export * from './ledger.ts';
export { lineName } from './care-plan/line-name.ts';
export { planFieldLabel, planLineText, planTitle } from './care-plan/plan-field.ts';
export { cprCodes } from './codes/limits.ts';
export { observationCodes } from './codes/observation-codes.ts';
export { patientsIn, type PatientFound } from './patients-in.ts';
export type { Reading, RecordReader, SectionReading } from './reader.ts';
export { readers } from './readers/index.ts';
export { readText } from './read-text.ts';
export { recognise, type FhirVersion, type Recognition } from './recognise.ts';
export { staffRolesIn, type StaffRoles, type StaffWhose } from './staff-roles.ts';
export { asLinked } from './threads/linked-message.ts';
export { nightIn, type NightIn } from './threads/night-in.ts';
export { isUnlistedMessage, threadsAmong, type ThreadsAmong } from './threads/threads-among.ts';
export { NO_HOME, UNLISTED_AT } from './threads/thread-codes.ts';
export { atOnce, eachInSteps, flatMapInSteps, type Steps } from './steps.ts';
export { STALE_AFTER_MINUTES } from './section.ts';
export {
  COUNTED_TYPES,
  RESOURCE_TYPES,
  RESOURCE_WORDS,
  SECTION_SOURCES,
  type ResourceType,
} from './sections.ts';
