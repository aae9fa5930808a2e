import type { Recorded } from '@ehch/clinical';
import { isSurelyOlder } from '@ehch/clinical/time';
import { FRAILTY_FINDINGS, FRAILTY_TITLE } from '../../../codes/frailty.ts';
import { conceptWords } from '../../../coding.ts';
import type { RecordedFrailty } from '../../../recorded-view.ts';
import { fact, isAhead } from '../fact.ts';
import type { PatientRecord } from '../record.ts';
import { answerTo, whyNotKnown } from './absent-reason.ts';
import { codedAs } from './coded-as.ts';
import { conditionsInForce } from './conditions-in-force.ts';
import { byStanding } from './leading.ts';
import { isMadeSince } from './not-in-force.ts';
import { notMeasured, type Absent } from './not-measured.ts';
import { cautionsForObservation, observed, observationsOf, type Observation } from './observation-kind.ts';
import { plainTextOf, valueWords } from './value-words.ts';

/** The facts of an observation, or the reason why it gives none. */
export type StatementsRead<T> = { readonly facts: readonly T[] } | Absent;

/** The facts among the readings. */
export function shown<T>(readings: readonly StatementsRead<T>[]): readonly T[] {
  return readings.flatMap((reading) => ('facts' in reading ? reading.facts : []));
}

/** The reasons among the readings. */
export function absentIn(readings: readonly StatementsRead<unknown>[]): readonly Absent[] {
  return readings.flatMap((reading) => ('facts' in reading ? [] : [reading]));
}

type Statement = RecordedFrailty['statements'][number];

/**
 * A statement with later denials beside it: "severe frailty", and then no frailty in another record. Neither
 * is chosen.
 */
function besideDenials(one: Statement, unsaid: readonly Absent[]): Statement {
  const since = unsaid.filter(
    ({ told }) => told.isWritten === true && !isSurelyOlder(told.on, one.on) && !isAhead(told),
  );
  if (since.length === 0) return one;
  const details = since.map(
    ({ told: { on, name, why } }) =>
      `another record${isMadeSince(one.on, on) ? '' : ', perhaps'} since: ${name}: ${why}`,
  );
  return withDetails({ ...one, cautions: [...one.cautions, 'contradicted'] }, [
    ...(one.details ?? []),
    ...details,
  ]);
}

/** Statements about frailty, and the observations that deny it or do not know. */
export function frailtyStatements(record: PatientRecord) {
  const readings = [...readingsOf(record)];
  const absent = absentIn(readings);
  const statements = shown(readings)
    .toSorted(byStanding)
    .map((one) => besideDenials(one, absent));
  return { statements, absent };
}

/** Frailty without a score, as a problem or as an observation: "severe frailty". */
function* readingsOf(record: PatientRecord): Iterable<StatementsRead<Statement>> {
  for (const { held, cautions, on, details } of conditionsInForce(record, FRAILTY_FINDINGS, FRAILTY_TITLE)) {
    const { code, recorder } = held.value;
    record.show(held, 'frailty');
    const text = conceptWords(code, cautions) ?? '';
    const all = [...codedAs(text, code), ...details];
    yield { facts: [{ ...withDetails(fact(record, held, cautions, { on, by: [recorder] }), all), text }] };
  }
  for (const held of observationsOf(record, 'frailty')) yield statement(record, held);
}

function statement(record: PatientRecord, held: Observation): StatementsRead<Statement> {
  const { value } = held;
  const cautions = cautionsForObservation(held);
  const name = conceptWords(value.code, cautions) ?? 'Frailty';
  switch (answerTo(value)) {
    case 'denied':
      return denied(record, held, name);
    case 'not-known':
      return { held, told: notMeasured(record, held, name, whyNotKnown(value) ?? 'not known') };
    case 'stands': {
      record.show(held, 'frailty');
      const said = valueWords(value, cautions);
      const parts = typeof said === 'string' ? [said] : said;
      const text = parts === null ? name : [`${name}: `, ...parts];
      const recorded = observed(record, held, cautions);
      const details = [...codedAs(name, value.code), ...(recorded.details ?? [])];
      return { facts: [{ ...withDetails(recorded, details), text }] };
    }
  }
}

/** A denied finding, shown as it is written: "severe frailty: no". */
export function denied(record: PatientRecord, held: Observation, name: string): Absent {
  const title = conceptWords(held.value.code, new Set()) ?? name;
  const said = plainTextOf(valueWords(held.value, new Set()) ?? 'no');
  const why = /\p{L}/u.test(said) ? said : 'no';
  return { held, told: { ...notMeasured(record, held, title, why), isWritten: true } };
}

/** The fact with these details. Without any, the fact stays as it is. */
export function withDetails<T extends Recorded>(recorded: T, details: readonly string[]): T {
  return details.length === 0 ? recorded : { ...recorded, details };
}
