import type { Recorded } from '../recorded.ts';
import type { PartialDate } from '../time/types.ts';

/** Something that happened: a fall, an admission, a visit, a vaccination, an assessment, a letter. */
export interface CareEvent extends Recorded {
  readonly kind:
    | 'fall'
    | 'hospital-stay'
    | 'visit'
    | 'contact'
    | 'vaccination'
    | 'assessment'
    | 'document'
    | 'message'
    | 'other';
  readonly text: string;
  readonly until: PartialDate | null;
  /** The event did not take place: a vaccine declined, a visit that was missed. */
  readonly notDone: {
    readonly why: string | null;
    /** The event is only planned. Nothing says whether it took place. */
    readonly planned?: true;
  } | null;
  /** For a completed form: every question with its answer, in the form's order. */
  readonly answers?: readonly FormAnswer[];
}

/**
 * One line of a completed form: a question with its answer, or a heading. `question` is `null` where the form sent none.
 */
export interface FormAnswer {
  readonly question: string | null;
  /** `null` if nobody answered the question. */
  readonly answer: string | null;
  /** Whether this is the heading of the questions after it. */
  readonly heading?: true;
}
