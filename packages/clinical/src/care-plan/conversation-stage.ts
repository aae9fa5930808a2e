import { spanOf } from '../time/partial-date.ts';
import type { CivilDate } from '../time/types.ts';
import type { ConversationStage, PlanLine } from './line.ts';

/** How far the conversation is on a day. Once the day on which to come back to it has surely passed, a review is due, whatever was agreed. */
export function stageOn({ fields }: PlanLine<'conversation'>, today: CivilDate): ConversationStage {
  const end = spanOf(fields.reviewBy)?.to;
  return end !== undefined && end < today ? 'review-due' : fields.stage;
}
