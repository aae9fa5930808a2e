import type { ResidentId } from '@ehch/clinical';
import type { FinishedAssessment } from '@ehch/clinical/assessment';
import type { EhchAssessmentFinishedEvent, EhchAssessmentUndoneEvent } from '../frailty-scorer/events.ts';

/** Observations that were signed on this page. */
export interface SignedHere {
  readonly resident: ResidentId;
  /** The intent of the signature, by which other records name it. */
  readonly intent: string;
  readonly assessment: FinishedAssessment;
}

/** What was signed here once this is signed as well, in the order of the signing. Other forms are no observations. */
export function withSigned(signed: readonly SignedHere[], event: Event): readonly SignedHere[] {
  if (!('assessment' in event) || !('intent' in event)) return signed;
  const { assessment, intent } = event as EhchAssessmentFinishedEvent;
  // The one of a page's own, or of another version of the kit.
  const scores = (assessment as Partial<FinishedAssessment>).scores ?? [];
  if (!scores.some(({ instrument }) => instrument === 'news2')) return signed;
  const { resident } = assessment.draft;
  return [...signed.filter((one) => one.intent !== intent), { resident, intent, assessment }];
}

/** What still stands once one signature does not. */
export function withoutUndone(signed: readonly SignedHere[], event: Event): readonly SignedHere[] {
  const { intent } = event as EhchAssessmentUndoneEvent;
  return signed.filter((one) => one.intent !== intent);
}
