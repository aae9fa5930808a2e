/** Why a form or a response is refused. The list is closed: there is no "other". */
export type RefusalReason =
  /** It is not a Questionnaire, or not a QuestionnaireResponse. */
  | 'not-this-resource'
  /** It is of a FHIR version whose forms are built in another way. */
  | 'another-version'
  /** It is nested deeper than any form in use. */
  | 'too-deep'
  | 'too-many-items'
  /** Two items have the same linkId, so their answers could not be told apart. */
  | 'duplicate-id'
  /**
   * A choice has two scores, two choices of one code have different scores, or a total has two calculations.
   * Nobody could tell which counts.
   */
  | 'two-scores'
  /** A choice has a score that is no number, so a total would be lower than the form means. */
  | 'unreadable-score'
  /** A linkId that has a meaning in JavaScript, or that JSON writes with an escape: V8 may read it back as another one. */
  | 'unsafe-id'
  /** It is about another resident, or states no subject. */
  | 'wrong-resident'
  /** It is the answers to another form. */
  | 'another-form'
  /** It is marked as recorded by mistake. */
  | 'entered-in-error'
  /** It has a modifier that this product does not know, which may reverse its meaning. */
  | 'unknown-modifier';

/** A refusal, with words for the screen. They hold nothing about a resident. */
export interface Refusal {
  readonly why: RefusalReason;
  readonly words: string;
}
