import type { PlanSummary } from '../resident/plan.ts';
import type { Section } from '../section.ts';
import type { PlanLine } from './line.ts';

/** What the resident objects to in the sharing of the record. */
export interface Objections {
  /** `false`: the plan was not read, or not whole, so there may be more. */
  readonly isRead: boolean;
  readonly lines: readonly PlanLine<'sharing'>[];
}

/**
 * Every recorded objection to sharing. [P] One that somebody has only proposed counts, and so does one on either side of records that
 * disagree: whoever shares too little can share later. With whom it must not be shared is in free words, so a person compares them.
 */
export function objectionsIn(plan: Section<PlanSummary>): Objections {
  if (plan.state !== 'known') return { isRead: false, lines: [] };
  const { content, gaps } = plan;
  // [P] Where the server keeps no consents nobody could record an objection, so no gap is passed over here.
  const isWhole = gaps.length === 0;
  switch (content.kind) {
    case 'recorded':
      return { isRead: isWhole && content.value.lines !== undefined, lines: objectionsOf(content.value) };
    case 'disagree': {
      const said = [...content.sides.map(({ value }) => value), content.common];
      const lines = new Map(said.flatMap(objectionsOf).map((line) => [line.id, line]));
      return { isRead: false, lines: [...lines.values()] };
    }
    default:
      return { isRead: isWhole, lines: [] };
  }
}

function objectionsOf(plan: PlanSummary | null): readonly PlanLine<'sharing'>[] {
  return (plan?.lines ?? []).flatMap((line) =>
    line.kind === 'sharing' && line.state !== 'ended' && line.fields.basis === 'objection' ? [line] : [],
  );
}
