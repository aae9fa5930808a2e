export * from './forms/finished-assessment-resources.ts';
export * from './forms/form-by-id.ts';
export * from './forms/questionnaire-from-form.ts';
export type * from './forms/types.ts';
export {
  readQuestionnaire as formFromQuestionnaire,
  readResponse as draftFromResponse,
  writeResponse as responseFromDraft,
  type QuestionnaireOptions,
  type QuestionnaireReading,
  type Refusal,
  type RefusalReason,
  type ResponseOptions,
  type ResponseReading,
  type ResponseReadingOptions,
  type Unread,
} from '@ehch/fhir/questionnaire';
