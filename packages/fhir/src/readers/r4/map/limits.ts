import type { Content, CprDecision } from '@ehch/clinical';
import type { RecordedLimits } from '../../../recorded-view.ts';
import type { PatientRecord } from '../record.ts';
import { cprDecisions } from './cpr.ts';
import { decisionMakers } from './decision-makers.ts';
import { limitsDecisions } from './limits-decisions.ts';
import { limitsDocuments } from './limits-documents.ts';
import { lastDays, wishes } from './wishes.ts';

/** Agreed limits of treatment. Nothing here is ever concluded from what is not recorded. */
export function limits(record: PatientRecord): Content<RecordedLimits> {
  const value: RecordedLimits = {
    wishes: wishes(record),
    cpr: cprDecisions(record),
    documents: limitsDocuments(record),
    decisions: limitsDecisions(record),
    decisionMakers: decisionMakers(record),
    lastDays: lastDays(record),
  };
  if (contradict(value.cpr))
    return { kind: 'disagree', sides: value.cpr.map(sideOf), common: { ...value, cpr: [] } };
  const isEmpty = Object.values(value).every(
    (part) => part === null || (Array.isArray(part) && part.length === 0),
  );
  return isEmpty ? { kind: 'not-recorded' } : { kind: 'recorded', value };
}

function contradict(decisions: readonly CprDecision[]): boolean {
  const inForce = decisions.filter(({ cautions }) => !cautions.includes('past-its-date'));
  return new Set(inForce.map(({ decision }) => decision)).size > 1;
}

/** One record's decision, alone: neither is chosen, and what they do not dispute stands in `common`. */
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
