import type { AgreedLimits, CprDecision, LimitsDocument, Recorded } from '@ehch/clinical';
import { isSameAuthor, isSameDate } from '../../internal/common-record.ts';

/** A CPR decision with the form that holds it, where the record lets both be told as one. */
export interface DecisionWithForm {
  readonly decision: CprDecision;
  readonly form: LimitsDocument | null;
}

/**
 * Joins a CPR decision with the current form of the same day, author and source that says where the original is. What
 * either of them says against the other, or has beside it, keeps them apart: a row must not hide half of a statement.
 */
export function withItsForm({ cpr, documents }: Pick<AgreedLimits, 'cpr' | 'documents'>): {
  readonly decisions: readonly DecisionWithForm[];
  readonly documents: readonly LimitsDocument[];
} {
  const joined = new Set<LimitsDocument>();
  const decisions = cpr.map((decision): DecisionWithForm => {
    const form = documents.find((one) => !joined.has(one) && isOneStatement(decision, one));
    if (form !== undefined) joined.add(form);
    return { decision, form: form ?? null };
  });
  return { decisions, documents: documents.filter((one) => !joined.has(one)) };
}

function isOneStatement(decision: CprDecision, form: LimitsDocument): boolean {
  return (
    form.status === 'current' &&
    form.originalAt !== null &&
    agree(decision.originalAt, form.originalAt) &&
    agree(decision.reviewBy, form.reviewBy) &&
    decision.on !== null &&
    isSameDate(decision.on, form.on) &&
    decision.source.label === form.source.label &&
    isSameAuthor(decision.by, form.by) &&
    isPlain(form)
  );
}

/** One says nothing, or both say the same. */
function agree(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b;
}

function isPlain({ cautions, notes = [], more = [] }: Recorded): boolean {
  return cautions.length + notes.length + more.length === 0;
}
