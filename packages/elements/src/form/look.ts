import type { Answers, AnswerValue, Instant, ItemKey, NotGiven, Suggestion } from '@ehch/clinical';

/** How a form is drawn. What it says comes from its state alone. */
export interface FormLook {
  /** Of the headings of the top groups, 1 to 6; groups inside have the next ones. */
  readonly level: number;
  /** Answers as text, without a control. */
  readonly readOnly: boolean;
  /** What the record or the last assessment says, by question. */
  readonly suggestions: ReadonlyMap<ItemKey, readonly Suggestion[]>;
  /** The answers of the assessment before: a question that is answered differently now says what it was. */
  readonly changes?: Answers;
  /** Words beside a question that help to judge it and are no answer. The same object while they say the same. */
  readonly hints?: ReadonlyMap<ItemKey, string>;
  /** An option that is not for whoever answers here, by question. One that was chosen elsewhere is shown all the same. */
  readonly notOffered?: ReadonlyMap<ItemKey, string>;
  /** For paper: what is kept back is not on it. */
  readonly onPaper?: boolean;
  /** For how old a suggestion is. A question is not drawn again because time passes. */
  readonly now: Instant;
  /** Begins every id and every radio group's name. Two forms in one shadow root need two. */
  readonly idPrefix: string;
  /** The one top item to draw. Without it the whole form is drawn. */
  readonly only?: ItemKey | null;
}

/**
 * What a person did. Each is called once, inside the event. Whoever holds the draft changes it and draws again; what it
 * did not take is taken back on screen.
 */
export interface FormHandlers {
  /** `null`: the question is unanswered again, by a clear, an emptied field, or an entry that is refused. */
  answer(key: ItemKey, values: readonly AnswerValue[] | null): void;
  notGiven(key: ItemKey, state: NotGiven['state'], reason: string | null): void;
  /** "Yes, it is right", of a value that is implausible and possible. */
  confirm(key: ItemKey): void;
  addRow(group: ItemKey): void;
  removeRow(group: ItemKey, row: string): void;
  accept(suggestion: Suggestion): void;
  /** "Why this score?", of a total or an instrument's group. */
  why(key: ItemKey): void;
  /**
   * Why what stands in a field is no answer, in words, or `null` when that is over. It is on screen beside the field; for
   * a live region, and to be said before the form is finished, as it goes with the page.
   */
  refused?(key: ItemKey, why: string | null): void;
}
