export { readQuestionnaire, type QuestionnaireReading } from './read-questionnaire.ts';
export type { Refusal, RefusalReason } from './refusal.ts';
