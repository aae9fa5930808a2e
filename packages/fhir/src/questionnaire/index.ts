export { printExpression } from '../fhirpath/print.ts';
export { withInstrumentTotals } from './instrument-totals.ts';
export { readQuestionnaire, type QuestionnaireReading } from './read-questionnaire.ts';
export { readResponse, type ResponseReading, type ResponseReadingOptions } from './read-response.ts';
export type { Refusal, RefusalReason } from './refusal.ts';
export type { Unread } from './unread.ts';
export { writeQuestionnaire, type QuestionnaireOptions } from './write-questionnaire.ts';
export { writeResponse, type ResponseOptions } from './write-response.ts';
