import type { ResidentId, ScoreResult } from '@ehch/clinical';
import type { FinishedAssessment } from '@ehch/clinical/assessment';
import type { Answer, Draft, ItemKey } from '@ehch/clinical/form';
import type { Answered } from '@ehch/clinical/session';
import { frozen } from '../internal/frozen.ts';

/**
 * A person answered, cleared, set aside or took over one question, added or removed a row, decided about a problem, said when
 * the resident was seen, or put two drafts together. One event a press, and one where answers of another window came in. It
 * carries data that nobody can change on the way, and means nothing final: only "finish" does.
 */
export class EhchAnswerEvent extends Event {
  static readonly type = 'ehch-answer';
  readonly #what: Answered;

  constructor(what: Answered) {
    super(EhchAnswerEvent.type, { bubbles: true, composed: true });
    this.#what = frozen(what);
  }

  /** The opaque id of whom the form is about. */
  get resident(): ResidentId {
    return this.#what.draft.resident;
  }

  /** The item or repeating group that the person acted on; `null`: what changed is no one question. */
  get key(): ItemKey | null {
    return this.#what.key;
  }

  /** The answer as it is now; `null`: none. */
  get answer(): Answer | null {
    return this.#what.answer;
  }

  /** All answers as they are now. */
  get draft(): Draft {
    return this.#what.draft;
  }

  /** With instrument, version, parts and what is missing; `null` outside an instrument. */
  get score(): ScoreResult | null {
    return this.#what.score;
  }
}

/** A person finished an assessment and answers for it. */
export class EhchAssessmentFinishedEvent extends Event {
  static readonly type = 'ehch-assessment-finished';
  readonly #assessment: FinishedAssessment;
  readonly #intent: string;

  constructor(assessment: FinishedAssessment, intent: string) {
    super(EhchAssessmentFinishedEvent.type, { bubbles: true, composed: true });
    this.#assessment = frozen(assessment);
    this.#intent = intent;
  }

  /** The id of the press that signed it, by which other records name it. */
  get intent(): string {
    return this.#intent;
  }

  /** The opaque id of whom it is about. */
  get resident(): ResidentId {
    return this.#assessment.draft.resident;
  }

  /** Answers, scores of every state, totals and problems. */
  get assessment(): FinishedAssessment {
    return this.#assessment;
  }
}

/** A signature does not stand any more: it was taken back, given up, or marked as entered in error. */
export class EhchAssessmentUndoneEvent extends Event {
  static readonly type = 'ehch-assessment-undone';
  readonly #resident: ResidentId;
  readonly #intent: string;

  constructor(resident: ResidentId, intent: string) {
    super(EhchAssessmentUndoneEvent.type, { bubbles: true, composed: true });
    this.#resident = resident;
    this.#intent = intent;
  }

  /** The opaque id of whom it was about. */
  get resident(): ResidentId {
    return this.#resident;
  }

  /** The id of the press that signed it, as the event of its finishing had it. */
  get intent(): string {
    return this.#intent;
  }
}

declare global {
  interface HTMLElementEventMap {
    'ehch-answer': EhchAnswerEvent;
    'ehch-assessment-finished': EhchAssessmentFinishedEvent;
    'ehch-assessment-undone': EhchAssessmentUndoneEvent;
  }
}
