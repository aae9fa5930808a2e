import type { CprDecision, LimitsDocument, Recorded } from '@ehch/clinical';
import { civilDayOf } from '@ehch/clinical/time';

/**
 * Decisions about CPR, each with the place of its form. The form is the only current document of the same day
 * and author. Of two such documents nobody knows which is right.
 */
export function onTheirForms(
  decisions: readonly CprDecision[],
  documents: readonly LimitsDocument[],
): readonly CprDecision[] {
  return decisions.map((decision) => {
    const same = documents.filter(
      (document) =>
        document.status === 'current' && document.cautions.length === 0 && isOfOneHand(decision, document),
    );
    const [form] = same;
    // What the decision says of its own original stands over what its form says.
    if (same.length !== 1 || form === undefined || decision.originalAt !== null) return decision;
    return { ...decision, originalAt: form.originalAt };
  });
}

function isOfOneHand(a: Recorded, b: Recorded): boolean {
  const day = civilDayOf(a.on);
  const isOneAuthor = a.by !== null && b.by !== null && a.by.name !== null && a.by.name === b.by.name;
  return day !== null && day === civilDayOf(b.on) && isOneAuthor;
}
