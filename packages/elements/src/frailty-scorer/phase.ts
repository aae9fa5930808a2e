import type {
  Draft,
  FinishedAssessment,
  FormDefinition,
  Instant,
  OpenOptions,
  Receipt,
  ResidentId,
} from '@ehch/clinical';

/** What a form needs of where it is open. */
export interface Desk {
  now(): Instant;
  /** What scores are told, as it was when the person was seen. */
  options(seen: Instant): OpenOptions;
  /** Guard: a draft counts only for the resident and the form that it names. */
  isOf(draft: Draft, resident: ResidentId, form: FormDefinition): boolean;
  redraw(): void;
}

export type Phase =
  | { readonly name: 'loading' }
  /** `other`: what came back is a draft of another resident or form. */
  | { readonly name: 'load-failed'; readonly error: unknown; readonly other: boolean }
  | { readonly name: 'open'; readonly refused: string | null }
  | { readonly name: 'finishing' }
  | {
      readonly name: 'finished';
      readonly assessment: FinishedAssessment;
      readonly receipt: Receipt | null;
    };

/** What came while a form was being answered, and waits for a person. */
export interface Elsewhere {
  readonly draft: Draft | null;
  readonly previous: FinishedAssessment | null;
  /** The record offers something else than when the form was opened. */
  readonly record: boolean;
}
