import type { PartialDate } from '../time/types.ts';
import type { AnswerValue, ItemKey } from './answer.ts';

/** What the record or the last assessment says of a question. Offered with its date; a person takes it over or not. */
export interface Suggestion {
  readonly item: ItemKey;
  readonly values: readonly AnswerValue[];
  /** As it is read: "58.2 kg", "with one person". */
  readonly text: string;
  /** `null`: the record does not say when. */
  readonly recordedOn: PartialDate | null;
  /** For the reader: "Rowan Court shared record", "last assessment". */
  readonly source: string;
  readonly from: 'record' | 'last-assessment';
  /** For how many months such a fact is of use [P]. */
  readonly usefulMonths?: number;
}
