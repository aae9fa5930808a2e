export * from './actions/memory-actions.ts';
export * from './create-ehch.ts';
export { residentsFromFhir, type RecordsOptions } from './records/residents-from-fhir.ts';
export { residentsFromViews } from './records/residents-from-views.ts';
export * from '@ehch/elements';
export type * from '@ehch/clinical';
export { EhchError } from '@ehch/clinical';
export type { Roster, RosterEntry } from '@ehch/sync';
