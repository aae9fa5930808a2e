import { EhchError } from '@ehch/clinical';
import { disputesIn } from '@ehch/clinical/assessment';
import { londonDate, readInstant, spanOf } from '@ehch/clinical/time';
import type { ScoreResult } from '@ehch/clinical';
import type { FinishedAssessment } from '@ehch/clinical/assessment';
import type { Answer, ItemKey, NotGiven } from '@ehch/clinical/form';
import type { PartialDate } from '@ehch/clinical/time';
import { displayOf, named, type WritingAbout, type Written } from './about.ts';
import { foundBy, judgedBy, saidBy } from './judged-by.ts';
import { posturalPressures } from './postural-pressures.ts';
import { provenanceOf } from './provenance.ts';
import { notMeasuredVitals, vitalSign } from './vital-signs.ts';
import { writeScore } from './write-score.ts';

/** Measurements that are written as Observations of their own, by instrument and item. */
const VITAL_ITEMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  news2: {
    rr: 'rr',
    spo2: 'spo2',
    oxygen: 'oxygen',
    sbp: 'sbp',
    pulse: 'pulse',
    acvpu: 'acvpu',
    temp: 'temp',
  },
  bmi: { kg: 'weight', heightM: 'height' },
  'weight-change': { previousKg: 'weight', currentKg: 'weight' },
};

/** Measurements of an earlier day. Without that day they have no date, so they are not written. */
const OF_ANOTHER_DAY: ReadonlySet<ItemKey> = new Set(['weight-change/previousKg']);

/**
 * What a finished assessment found, as UK Core Observations: every measurement, every complete score, and one
 * Provenance. Each has its own date. An incomplete score leaves only its measurements.
 * Answers taken over from the record are not written, because a copy would look like a new finding. Nor are
 * answers that a form filled in by itself, because nobody made them.
 * @throws {EhchError} `bad-argument` where people gave different answers and nobody has settled which counts;
 * or where the assessment or a finding has a date in the future
 */
export function writeAssessment(assessment: FinishedAssessment, given: WritingAbout): readonly Written[] {
  const observations = writeFindings(assessment, given);
  const about = { ...given, performer: given.performer ?? displayOf(assessment.by) };
  return observations.length === 0
    ? []
    : [...observations, named(provenanceOf(observations, assessment, about), about)];
}

/** The same without the Provenance. */
export function writeFindings(assessment: FinishedAssessment, given: WritingAbout): readonly Written[] {
  refuseUnsettled(assessment);
  const about = { ...given, performer: given.performer ?? displayOf(assessment.by) };
  return assessment.scores.flatMap((score) => findingsOf(assessment, score, about));
}

function refuseUnsettled({ draft, days, finishedAt }: FinishedAssessment): void {
  if (disputesIn(draft).length > 0)
    throw new EhchError(
      'bad-argument',
      'People gave different answers in this assessment. Settle which answer counts first.',
    );
  const finished = readInstant(finishedAt);
  const seen = readInstant(draft.assessedAt);
  if (finished === null || seen === null || seen > finished)
    throw new EhchError(
      'bad-argument',
      'The assessment is dated after it was finished. Correct the day when the resident was seen.',
    );
  const today = londonDate(finishedAt);
  if (Object.values(days).some((day) => (spanOf(day)?.from ?? '') > today))
    throw new EhchError(
      'bad-argument',
      'A finding is dated after the assessment was finished. Correct its day.',
    );
}

function findingsOf(
  assessment: FinishedAssessment,
  score: ScoreResult,
  about: WritingAbout,
): readonly Written[] {
  const { draft } = assessment;
  const { instrument } = score;
  const effective = score.reachedOn ?? score.assessedAt ?? draft.assessedAt;
  const vitals = [
    ...vitalsOf(assessment, score, about),
    ...(instrument === 'orthostatic-bp' ? posturalPressures(assessment, score, effective, about) : []),
  ];
  // The total is in the record already. Only the new measurements are written.
  if (isTakenOver(draft.answers, score)) return vitals;
  const [scale] = optionsOf(draft.answers[`${instrument}/scale`]);
  const total = writeScore(
    score,
    {
      effective,
      performer: judgedBy(assessment, score, about),
      derivedFrom: [...(about.derivedFrom ?? []), ...vitals.map(({ fullUrl }) => fullUrl)],
      scale: scale === '2' ? 2 : 1,
    },
    about,
  );
  return total === null ? vitals : [...vitals, named(total, about)];
}

function vitalsOf(
  assessment: FinishedAssessment,
  { instrument, flags }: ScoreResult,
  about: WritingAbout,
): readonly Written[] {
  const { draft, by } = assessment;
  return Object.entries(VITAL_ITEMS[instrument] ?? {}).flatMap(([item, part]) => {
    const key = `${instrument}/${item}`;
    const made = draft.answers[key];
    if (made === undefined) return [];
    if (made.state !== 'given') return notMade(assessment, key, made, part, about);
    if (made.from.kind !== 'entered') return [];
    // The instrument refused this value as impossible, so it is no finding.
    if (flags.includes(`impossible-${item}`)) return [];
    const effective = dayOf(assessment, key);
    if (effective === null) return [];
    const around = { effective, performer: foundBy([made], by, about) };
    const written = vitalSign(part, made.values[0]?.value, around, about);
    return written === null ? [] : [named(written, about)];
  });
}

/**
 * An Observation for a sign that was declined or could not be measured. A question that nobody asked, or
 * whose answer nobody knew, gives none.
 */
function notMade(
  assessment: FinishedAssessment,
  key: ItemKey,
  answer: NotGiven,
  part: string,
  about: WritingAbout,
): readonly Written[] {
  const absent = NOT_MADE[answer.state];
  const effective = dayOf(assessment, key);
  if (absent === undefined || effective === null) return [];
  const note = answer.reason?.trim() ?? '';
  const around = {
    effective,
    performer: saidBy([answer], assessment.by, about),
    ...(note === '' ? {} : { note }),
  };
  const written = notMeasuredVitals(part, absent, around, about);
  return written === null ? [] : [named(written, about)];
}

/** R4 data-absent-reason for the states that are worth recording. */
const NOT_MADE: { readonly [state in NotGiven['state']]?: 'asked-declined' | 'not-performed' } = {
  refused: 'asked-declined',
  unable: 'not-performed',
};

/** The day of a finding. `null`: it belongs to another day, which nobody stated. */
function dayOf({ draft, days }: FinishedAssessment, key: ItemKey): PartialDate | null {
  const own = days[key];
  if (own !== undefined) return own;
  return OF_ANOTHER_DAY.has(key) ? null : draft.assessedAt;
}

/**
 * Whether a person gave none of the answers behind the score: all came from the record, or from an imported
 * form. Other answers, such as who judged a total, do not make it a new score.
 */
function isTakenOver(
  answers: FinishedAssessment['draft']['answers'],
  { instrument, items }: ScoreResult,
): boolean {
  const given = Object.entries(answers).flatMap(([key, answer]) =>
    key.startsWith(`${instrument}/`) && answer.state === 'given' ? [{ key, from: answer.from }] : [],
  );
  const parts = given.filter(({ key }) => Object.hasOwn(items, key.slice(instrument.length + 1)));
  const made = parts.length > 0 ? parts : given;
  return made.length > 0 && made.every(({ from }) => from.kind !== 'entered');
}

function optionsOf(answer: Answer | undefined): readonly unknown[] {
  return answer?.state === 'given' ? answer.values.map(({ value }) => value) : [];
}
