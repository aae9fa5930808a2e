export { printExpression } from '../fhirpath/print.ts';
export { readQuestionnaire, type QuestionnaireReading } from './read-questionnaire.ts';
export type { Refusal, RefusalReason } from './refusal.ts';
export { withInstrumentTotals } from './instrument-totals.ts';
export { writeQuestionnaire, type QuestionnaireOptions } from './write-questionnaire.ts';
