import { instruments, type Answer, type FinishedAssessment, type ScoreResult } from '@ehch/clinical';
import { displayOf, named, type WritingAbout, type Written } from './about.ts';
import { provenanceOf } from './provenance.ts';
import { vitalSign } from './vital-signs.ts';
import { writeScore } from './write-score.ts';

/** Measurements that are facts of their own, by instrument and item. */
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
};

/** Of results that are no instrument of the registry. */
const TITLES: Readonly<Record<string, string>> = { 'cga-frailty-index': 'CGA frailty index' };

/**
 * What a finished assessment found, as UK Core Observations: every measurement that was made in it, every complete score
 * derived from them, and one Provenance. What is incomplete leaves as its measurements alone, and what was taken over from
 * the record is in the record already: copied, it would look like a new finding. Nor is what a form filled in by itself
 * one that anybody made.
 */
export function writeAssessment(assessment: FinishedAssessment, given: WritingAbout): readonly Written[] {
  const about = { ...given, performer: given.performer ?? displayOf(assessment.by) };
  const observations = assessment.scores.flatMap((score) => writeFindings(assessment, score, about));
  return observations.length === 0
    ? []
    : [...observations, named(provenanceOf(observations, assessment, about), about)];
}

function writeFindings(
  { draft }: FinishedAssessment,
  score: ScoreResult,
  about: WritingAbout,
): readonly Written[] {
  const { instrument } = score;
  const answer = (item: string): Answer | undefined => draft.answers[`${instrument}/${item}`];
  const effective = score.reachedOn ?? score.assessedAt ?? draft.assessedAt;
  const vitals = Object.entries(VITAL_ITEMS[instrument] ?? {}).flatMap(([item, part]) => {
    const made = answer(item);
    if (made?.state !== 'given' || made.from.kind !== 'entered') return [];
    // What its rule refused as impossible is no finding.
    if (score.flags.includes(`impossible-${item}`)) return [];
    const at = score.items[item]?.at ?? draft.assessedAt;
    const written = vitalSign(part, made.values[0]?.value, at, about);
    return written === null ? [] : [named(written, about)];
  });
  if (isTakenOver(draft.answers, score)) return vitals;
  const title = instruments.find(({ id }) => id === instrument)?.title ?? TITLES[instrument] ?? instrument;
  const [scale] = optionsOf(answer('scale'));
  const total = writeScore(
    score,
    {
      title,
      effective,
      derivedFrom: [...(about.derivedFrom ?? []), ...vitals.map(({ fullUrl }) => fullUrl)],
      scale: scale === '2' ? 2 : 1,
    },
    about,
  );
  return total === null ? vitals : [...vitals, named(total, about)];
}

/**
 * Not one answer that the score is made of was given by a person: all are in the record already, or were filled in by an
 * imported form. What was said about a total that was taken over, such as who judged it, makes it no new one.
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
