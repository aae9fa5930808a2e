import type { CarePlan, PlanBody } from '@ehch/clinical/care-plan';
import type { SectionSurroundings } from '../internal/section-surroundings.ts';

/** What a part of the plan needs to know of its surroundings to be rendered. */
export interface PlanSurroundings extends SectionSurroundings {
  readonly plan: CarePlan;
  /** Before the ids of headings, where records disagree and a part stands there more than once. */
  readonly prefix: string;
  /** Which record a part belongs to, for ears, where records disagree: ", record 2". */
  readonly ofRecord: string;
  /** Whether anything may still be late: nothing is after death, and nothing is urged in the last days. */
  readonly isUrging: boolean;
  /** The source tells no lines of a plan, so a part without a line is not known to be empty. */
  readonly hasNoLines: boolean;
}

/** A part of the plan that is drawn from its lines. */
export type BodyPart = (body: PlanBody, around: PlanSurroundings) => unknown;
