import {
  comparePartialDates,
  precisionOf,
  spanOf,
  type Caution,
  type CprDecision,
  type PartialDate,
} from '@ehch/clinical';
import { CPR_CODES } from '../../../codes/limits.ts';
import { SNOMED } from '../../../codes/systems.ts';
import { codesIn, conceptWords, type ConceptLike } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import type { Reference } from '../datatypes.ts';
import { careFor } from '../care.ts';
import { byNewest, cautionWhenPast, fact } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { conditionsInForce } from './conditions-in-force.ts';
import { cprInWords, soundsLikeNoCpr } from './limits-words.ts';
import { careForObservation, effectiveOf, isMade, type Observation } from './observation-kind.ts';

type Decision = CprDecision['decision'];

/** Whether a concept is a decision about CPR at all, whichever way it goes. */
export function isAboutCpr(...concepts: readonly (ConceptLike | undefined)[]): boolean {
  return concepts.some((concept) => {
    const coded = codesIn(concept, SNOMED).some((code) => CPR_CODES.has(code));
    return coded || cprInWords(conceptWords(concept, new Set()) ?? '') !== null;
  });
}

/** The decision, when code and words do not contradict each other; else `null`, and nobody guesses. */
function decisionIn(...concepts: readonly (ConceptLike | undefined)[]): Decision | null {
  const found = new Set<Decision>();
  for (const concept of concepts) {
    for (const code of codesIn(concept, SNOMED)) {
      const meaning = CPR_CODES.get(code);
      if (meaning === 'attempt' || meaning === 'do-not-attempt') found.add(meaning);
    }
    const texts = [concept?.text, ...(concept?.coding ?? []).map(({ display }) => display)];
    for (const text of texts) {
      const said = cprInWords(text ?? '');
      if (said !== null) found.add(said);
      else if (soundsLikeNoCpr(text ?? '')) found.add('do-not-attempt');
    }
  }
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/**
 * Decisions about CPR, newest first. Only those in force count. An observation is out of force when a firm one that can be
 * read is surely newer; a decision whose period has passed is kept, with its caution, unless a firm one is there. A
 * decision that is preliminary, or that an unknown modifier may turn round, puts no other out of force.
 */
export function cprDecisions(record: PatientRecord): readonly CprDecision[] {
  const rows = [...fromFlags(record), ...fromConditions(record), ...fromObservations(record)];
  const current = rows.filter(({ value }) => !value.cautions.includes('past-its-date'));
  const kept = current.some(({ value }) => isFirm(value.cautions)) ? current : rows;
  for (const row of rows) {
    if (kept.includes(row)) record.show(row.held, 'limits');
    else record.setAside(row.held, 'not-in-force');
  }
  return kept.map(({ value }) => value).toSorted(byNewest);
}

interface Row {
  readonly held: Held;
  readonly value: CprDecision;
}

function fromFlags(record: PatientRecord): readonly Row[] {
  return record.all('Flag').flatMap((held) => {
    const { code, status, period, author } = held.value;
    if (!isAboutCpr(code)) return [];
    if (status !== 'active') return record.setAside(held, 'not-in-force');
    const care = careFor(held);
    const end = readDate(period?.end, care);
    return row(record, held, decisionIn(code), care, {
      on: readDate(period?.start, care),
      reviewBy: end,
      by: [author],
    });
  });
}

function fromConditions(record: PatientRecord): readonly Row[] {
  return conditionsInForce(record, CPR_CODES).flatMap(({ held, care, on }) => {
    const { code, recorder } = held.value;
    return row(record, held, decisionIn(code), care, { on, reviewBy: null, by: [recorder] });
  });
}

function fromObservations(record: PatientRecord): readonly Row[] {
  const dated = record
    .all('Observation')
    .filter(({ value }) => isAboutCpr(value.code, value.valueCodeableConcept, { text: value.valueString }))
    .map((held) => ({ held, on: effectiveOf(held, new Set()), decision: observedDecision(held) }))
    .toSorted(byNewest);
  // What was not made, or cannot be read, takes no older decision out of force.
  const decided = dated.filter(
    ({ held, decision }) => isMade(held) && decision !== null && isFirm([...careForObservation(held)]),
  );
  return dated.flatMap(({ held, on, decision }) => {
    if (!isMade(held)) return record.setAside(held, 'not-happened');
    if (decided.some((other) => isSurelyOlder(on, other.on))) return record.setAside(held, 'not-in-force');
    const by = held.value.performer ?? [];
    return row(record, held, decision, careForObservation(held), { on, reviewBy: null, by });
  });
}

function isFirm(cautions: readonly Caution[]): boolean {
  return !cautions.includes('unconfirmed') && !cautions.includes('unknown-modifier');
}

/** Whether one date is before the other whatever they leave open. Without a date, nobody knows. */
function isSurelyOlder(on: PartialDate | null, other: PartialDate | null): boolean {
  const span = spanOf(on);
  const otherSpan = spanOf(other);
  if (span === null || otherSpan === null) return false;
  const bothMoments = [on, other].every((date) => date !== null && precisionOf(date) === 'moment');
  return bothMoments ? comparePartialDates(on, other) > 0 : span.to < otherSpan.from;
}

function observedDecision({ value }: Observation): Decision | null {
  return decisionIn(value.code, value.valueCodeableConcept, { text: value.valueString });
}

function row(
  record: PatientRecord,
  held: Held,
  decision: Decision | null,
  care: Set<Caution>,
  {
    on,
    reviewBy,
    by,
  }: { on: PartialDate | null; reviewBy: PartialDate | null; by: readonly (Reference | undefined)[] },
): readonly Row[] {
  if (decision === null) return record.refuse(held, 'malformed', 'code');
  cautionWhenPast(reviewBy, record, care);
  return [
    {
      held,
      value: { ...fact(record, held, care, { on, by, part: 'cpr' }), decision, reviewBy, originalAt: null },
    },
  ];
}
