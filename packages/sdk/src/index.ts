export * from './actions/memory-actions.ts';
export * from './create-ehch.ts';
export { residentsFromFhir, type RecordsOptions } from './records/residents-from-fhir.ts';
export { residentsFromViews, type ViewsOptions } from './records/residents-from-views.ts';
export type { TellingOptions } from './records/told-each-minute.ts';
export type * from './types.ts';
export * from '@ehch/elements';
export { EhchError } from '@ehch/clinical';
export { withGlance, type GlanceInput } from '@ehch/clinical/glance';
