/** Why a resource is not taken. The list is closed: there is no "other". */
export type RefusalReason =
  /** It is no Questionnaire, or no QuestionnaireResponse. */
  | 'not-this-resource'
  /** It is of a FHIR version whose forms are built in another way. */
  | 'another-version'
  /** It is nested deeper than any form in use. */
  | 'too-deep'
  | 'too-many-items'
  /** Two items have one linkId: their answers could not be told apart. */
  | 'duplicate-id'
  /** One choice has two scores, two choices of one code have different ones, or a total has two calculations: it could be either. */
  | 'two-scores'
  /** A choice has a score that is no number: a total would be less than the form means. */
  | 'unreadable-score'
  /** A linkId that means something to JavaScript. */
  | 'unsafe-id'
  /** It is about another resident than asked for, or does not say about whom. */
  | 'wrong-resident'
  /** It answers another form. */
  | 'another-form'
  /** It is marked as recorded by mistake. */
  | 'entered-in-error'
  /** It carries a modifier that this program does not know, which may turn its meaning. */
  | 'unknown-modifier';

/** A reason, in words for the reader. Nothing of a resident is in them. */
export interface Refusal {
  readonly why: RefusalReason;
  readonly words: string;
}
