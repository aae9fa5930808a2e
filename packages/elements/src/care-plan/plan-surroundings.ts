import type { ResidentView } from '@ehch/clinical';
import { carePlanOf } from '@ehch/clinical/care-plan';
import { londonDate } from '@ehch/clinical/time';
import type { CarePlan, PlanBody } from '@ehch/clinical/care-plan';
import { hasDied, lastDaysOf } from '../internal/section-surroundings.ts';
import type { SectionSurroundings } from '../internal/section-surroundings.ts';
import type { PartState } from '../internal/part-loader.ts';
import type { PlanEdit } from './plan-edit.ts';

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
  /** Whether what changes a plan is here; `null`: nothing can be changed, because there is nowhere for a change to go. */
  readonly changing: PartState | null;
  /** What a person may change here; `null`: nothing, or what changes it is not here yet. */
  readonly edit: PlanEdit | null;
  /** Whether the source of the records allows them to be given out on paper. */
  readonly mayGiveToFamily: boolean;
}

type Given = Pick<PlanSurroundings, 'now' | 'place' | 'level' | 'changing' | 'edit' | 'mayGiveToFamily'>;

/** The surroundings of the whole card. */
export function planSurroundings(view: ResidentView, given: Given): PlanSurroundings {
  const today = londonDate(given.now);
  const died = hasDied(view);
  const lastDays = lastDaysOf(view);
  const { plan } = view.sections;
  return {
    ...given,
    view,
    today,
    compact: false,
    opened: new Set(),
    died,
    lastDays,
    scope: 'whole',
    plan: carePlanOf(view, today, given.place?.nation),
    prefix: '',
    ofRecord: '',
    isUrging: !died && lastDays === null,
    hasNoLines:
      plan.state === 'known' && plan.content.kind === 'recorded' && plan.content.value.lines === undefined,
  };
}

/** A part of the plan that is drawn from its lines. */
export type BodyPart = (body: PlanBody, around: PlanSurroundings) => unknown;
