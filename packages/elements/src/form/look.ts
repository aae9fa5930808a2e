import type { GroupSummary } from '@ehch/clinical/assessment';
import type { Answers, ItemKey, Offer } from '@ehch/clinical/form';
import type { FormPress } from '@ehch/clinical/session';
import type { Instant } from '@ehch/clinical/time';

/** How a form is rendered. What it says comes from its state alone. */
export interface FormLook {
  /** Of the headings of the top groups, 1 to 6; groups inside have the next ones. */
  readonly level: number;
  /** Answers as text, without a control. */
  readonly readOnly: boolean;
  /** What the record or the last assessment offers, by the question or list that it answers. */
  readonly offers: ReadonlyMap<ItemKey, readonly Offer[]>;
  /** Gives the groups of an assessment a head. Without it every group stands open, and offers stand at their questions. */
  readonly groups?: GroupsLook;
  /** The answers of the assessment before: a question that is answered differently now says what it was. */
  readonly changes?: Answers;
  /** Words beside a question that help to judge it and are no answer. The same object while they say the same. */
  readonly hints?: ReadonlyMap<ItemKey, string>;
  /** An option that is not for whoever answers here, by question. One that was chosen elsewhere is shown all the same. */
  readonly notOffered?: ReadonlyMap<ItemKey, string>;
  /** For paper: what is kept back is not on it. */
  readonly onPaper?: boolean;
  /** For how old an offer is. A question is not rendered again because time passes. */
  readonly now: Instant;
  /** Begins every id and every radio group's name. Two forms in one shadow root need two. */
  readonly idPrefix: string;
  /** The one top item to render. Without it the whole form is rendered. */
  readonly only?: ItemKey | null;
}

/** How the groups of an assessment stand, and which of them are open. */
export interface GroupsLook {
  summary(group: ItemKey): GroupSummary;
  readonly open: ReadonlyMap<ItemKey, boolean>;
  /** The group whose "not assessed because …" is open. */
  readonly whyNot: ItemKey | null;
}

/** Told what a person did, once and inside its event. */
export type Dispatch = (press: FormPress) => void;
