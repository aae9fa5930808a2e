import type { Content } from '@ehch/clinical';
import { conceptWords } from '../../../coding.ts';
import type { RecordedScore } from '../../../recorded-view.ts';
import { marksIn } from '../../../score-marks.ts';
import { isAhead } from '../fact.ts';
import { isHeld, type PatientRecord } from '../record.ts';
import { isAfterGettingUp } from './body-position.ts';
import { writtenScore } from './written-score.ts';
import { isMade } from './absent-reason.ts';
import { byStanding, leadingReading, putBehind } from './leading.ts';
import { isMadeSince, isOwnReading } from './not-in-force.ts';
import { kindOf } from './kind-of-code.ts';
import { cautionsForObservation, effectiveOf, observed, type Observation } from './observation-kind.ts';

/** The newest score of each instrument that has no section of its own, with those that it does not put out of sight. */
export function scores(record: PatientRecord): Content<readonly RecordedScore[]> {
  const written = record.all('Observation').filter(isOwnScore);
  const rows = written
    .filter(({ value }) => isMade(value))
    .flatMap((held) => {
      const entry = scoreEntry(record, held);
      return entry === null ? [] : [{ held, entry }];
    })
    .toSorted((a, b) => byStanding(a.entry, b.entry));
  const ofInstrument = [...Map.groupBy(rows, ({ entry }) => entry.instrument).values()];
  const shown = ofInstrument.flatMap((all) => {
    const { lead, beside } = leadingReading(all, ({ entry }) => entry);
    return lead === undefined ? [] : [lead, ...beside];
  });
  const value = rows.flatMap((row): readonly RecordedScore[] => {
    if (!shown.includes(row)) return putBehind(record, row.held, row.entry);
    record.show(row.held, 'scores');
    for (const reading of readingsOf(record, row.held)) record.show(reading, 'scores');
    return [row.entry];
  });
  // A cancelled score is no score. If no clear one was made since, people must know that there was one.
  for (const held of written.filter((one) => !isMade(one.value))) {
    const on = effectiveOf(record, held, new Set());
    const isMadeAgain = value.some(
      (entry) =>
        entry.instrument === marksIn(held.raw)?.instrument &&
        isOwnReading(entry.cautions) &&
        !isAhead(entry) &&
        isMadeSince(on, entry.on),
    );
    if (isMadeAgain) record.setAside(held, 'newer-shown');
    else record.refuse(held, 'missing', 'value[x]');
  }
  return value.length === 0 ? { kind: 'not-recorded' } : { kind: 'recorded', value };
}

/** Whether this product wrote the score, and no section of its own shows it. */
function isOwnScore(held: Observation): boolean {
  return kindOf(held.value.code) === null && marksIn(held.raw) !== null;
}

/** The readings behind a score that no other section shows. The parts of the score state them. */
function readingsOf(record: PatientRecord, held: Observation): readonly Observation[] {
  const linked = (held.value.derivedFrom ?? []).map((reference) => record.resolve(reference, held));
  return linked.filter((one) => isHeld(one, 'Observation')).filter(isAfterGettingUp);
}

/** A score as it was signed. A value that was changed since is shown with a caution. */
function scoreEntry(record: PatientRecord, held: Observation): RecordedScore | null {
  const cautions = cautionsForObservation(held);
  const score = writtenScore(held);
  if (score === null) {
    record.refuse(held, 'missing', 'value[x]');
    return null;
  }
  const { instrument, note: written, isAsSigned, ...sayable } = score;
  if (!isAsSigned) cautions.add('contradicts-itself');
  const title = conceptWords(held.value.code, cautions) ?? instrument;
  const note = (held.value.note ?? []).filter(({ text }) => text !== written);
  return { ...observed(record, held, cautions, { note }), instrument, title, ...sayable };
}
