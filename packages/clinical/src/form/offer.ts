import type { PartialDate } from '../time/types.ts';
import type { AnswerValue, ItemKey } from './answer.ts';

/**
 * What the record or the last assessment says, to be taken over by one press. Nothing of it is in the form before that.
 * Taken over, it keeps the date and the source that it has.
 */
export type Offer = AnswerOffer | RowOffer;

interface OfferBase {
  /** Names it while the record says the same. It holds what the record says: never for a log, a title or an address. */
  readonly id: string;
  /** What it answers, in the words of the form: "Falls in the last 12 months". */
  readonly about: string;
  /** As it is read, without its date. */
  readonly text: string;
  /** `null`: nobody says when. */
  readonly recordedOn: PartialDate | null;
  readonly source: string;
  readonly from: 'record' | 'last-assessment';
  /** "Older than 3 months", where such a fact is of use for no longer than that [P]; `null`: it is not that old. */
  readonly tooOld: string | null;
}

/** An answer to a question that is asked once. */
export interface AnswerOffer extends OfferBase {
  readonly kind: 'answer';
  readonly item: ItemKey;
  readonly values: readonly AnswerValue[];
}

/** A row of a list: one fall, one problem, one person. */
export interface RowOffer extends OfferBase {
  readonly kind: 'row';
  /** The repeating group. */
  readonly list: ItemKey;
  /** What the row says, by the ids of its questions. */
  readonly answers: readonly { readonly item: string; readonly values: readonly AnswerValue[] }[];
}
