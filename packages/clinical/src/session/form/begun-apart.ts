import { startDraft } from '../../form/start.ts';
import type { Draft } from '../../form/draft.ts';
import type { FormDefinition } from '../../form/definition.ts';
import { readInstant } from '../../time/london.ts';

/** [P] Two forms that were begun within this time were begun at one visit. */
const ONE_VISIT_MS = 5 * 60_000;

/** What two drafts that were begun apart have in common: the empty form. */
export function emptyFor(form: FormDefinition, mine: Draft, theirs: Draft): Draft {
  const { id, resident } = theirs;
  return startDraft({ id, resident, form, at: mine.startedAt });
}

/**
 * The merged draft of two that were begun apart. Each has its own moment of being seen, and neither changed the other's: where
 * they are of two visits a person says which one holds. Observations of today under the day before would be another score.
 */
export function withBothVisits(merged: Draft, mine: Draft, theirs: Draft): Draft {
  if (merged.disputed?.assessedAt) return merged;
  const [one, other] = [mine.assessedAt, theirs.assessedAt].toSorted((a, b) => time(a) - time(b));
  if (one === undefined || other === undefined) return merged;
  // At one visit the earlier one: nothing that was found becomes younger.
  if (time(other) - time(one) <= ONE_VISIT_MS) return { ...merged, assessedAt: one };
  const { answers = {}, decisions = {} } = merged.disputed ?? {};
  const assessedAt = { kept: mine.assessedAt, said: [one, other] };
  return { ...merged, assessedAt: mine.assessedAt, disputed: { answers, decisions, assessedAt } };
}

function time(at: string): number {
  return readInstant(at) ?? 0;
}
