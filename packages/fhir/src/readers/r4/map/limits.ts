import type { Content, CprDecision } from '@ehch/clinical';
import type { RecordedLimits } from '../../../recorded-view.ts';
import type { Steps } from '../../../steps.ts';
import { byNewest } from '../fact.ts';
import type { PatientRecord } from '../record.ts';
import { cprInSteps } from './cpr.ts';
import { decisionMakers } from './decision-makers.ts';
import { lastDaysStory } from './last-days.ts';
import { limitsDecisions } from './limits-decisions.ts';
import { limitsDocuments } from './limits-documents.ts';
import { onTheirForms } from './on-their-forms.ts';
import { wishes } from './wishes.ts';

/** The agreed limits of treatment. Nothing is ever concluded from a missing record. */
export function* limits(record: PatientRecord): Steps<Content<RecordedLimits>> {
  const cpr = yield* cprInSteps(record);
  yield;
  const lastDays = lastDaysStory(record);
  yield;
  const documents = limitsDocuments(record);
  yield;
  const value: RecordedLimits = {
    wishes: wishes(record),
    cpr: onTheirForms(cpr.decisions, documents),
    documents,
    decisions: [
      ...cpr.statements.toSorted(byNewest),
      ...(yield* limitsDecisions(record)),
      ...lastDays.others,
    ],
    decisionMakers: decisionMakers(record),
    lastDays: lastDays.today,
  };
  if (contradict(value.cpr))
    return { kind: 'disagree', sides: value.cpr.map(sideOf), common: { ...value, cpr: [] } };
  const isEmpty = Object.values(value).every(
    (part) => part === null || (Array.isArray(part) && part.length === 0),
  );
  return isEmpty ? { kind: 'not-recorded' } : { kind: 'recorded', value };
}

// Both decisions in force at once: neither may be chosen.
function contradict(decisions: readonly CprDecision[]): boolean {
  return new Set(decisions.map(({ decision }) => decision)).size > 1;
}

/**
 * One decision about CPR as a side of a disagreement. Neither side is chosen; whatever is not disputed is in
 * `common`.
 */
function sideOf(decision: CprDecision) {
  const { id, on, source, by, cautions } = decision;
  const value: RecordedLimits = {
    wishes: [],
    cpr: [decision],
    documents: [],
    decisions: [],
    decisionMakers: [],
    lastDays: null,
  };
  return { id, on, source, by, cautions, value };
}
