import type { ScoreResult } from '@ehch/clinical';
import type { FinishedAssessment } from '@ehch/clinical/assessment';
import type { PartialDate } from '@ehch/clinical/time';
import { EXTENSION, LOCAL } from '../codes/systems.ts';
import { foundBy } from './judged-by.ts';
import { named, type WritingAbout, type Written } from './about.ts';
import { bloodPressure } from './vital-signs.ts';

type Answers = FinishedAssessment['draft']['answers'];

const PREFIX = 'orthostatic-bp/';

/**
 * The readings of a lying and standing blood pressure, each with the body position. Without the position, a
 * reading taken after standing up would pass for the resident's usual blood pressure.
 */
export function posturalPressures(
  { draft, by }: FinishedAssessment,
  score: ScoreResult,
  effective: PartialDate,
  about: WritingAbout,
): readonly Written[] {
  // The instrument refused the readings as impossible, so they are no finding.
  if (score.flags.some((flag) => flag.startsWith('impossible-'))) return [];
  const { answers, rows } = draft;
  const lying = { sbp: 'lyingSbp', dbp: 'lyingDbp', position: 'lying', minute: null };
  const standing = (rows[`${PREFIX}standing`] ?? ['1']).map((row) => ({
    sbp: `sbp[${row}]`,
    dbp: `dbp[${row}]`,
    position: optionAt(answers, `posture[${row}]`),
    minute: numberAt(answers, `minute[${row}]`),
  }));
  return [lying, ...standing].flatMap(({ sbp, dbp, position, minute }) => {
    const [upper, lower] = [numberAt(answers, sbp), numberAt(answers, dbp)];
    if (upper === null && lower === null) return [];
    // A missing posture is stated too, because the reading still came after standing up.
    const where = position ?? 'after getting up, posture not said';
    const after = minute === null ? '' : `, ${minute} min after getting up`;
    const given = [sbp, dbp].flatMap((item) => answers[PREFIX + item] ?? []);
    const written = bloodPressure(
      { upper, lower },
      {
        effective,
        performer: foundBy(given, by, about),
        extension: [
          {
            url: EXTENSION.bodyPosition,
            valueCodeableConcept: {
              coding: [{ system: LOCAL, code: `position/${position ?? 'not-stated'}` }],
              text: where,
            },
          },
        ],
        note: `Blood pressure ${where}${after}`,
      },
      about,
    );
    return [named(written, about)];
  });
}

/** Only numbers that a person entered. A number taken from the record is already in the record. */
function numberAt(answers: Answers, item: string): number | null {
  const answer = answers[PREFIX + item];
  const value = answer?.state === 'given' && answer.from.kind === 'entered' ? answer.values[0] : undefined;
  return value?.type === 'number' ? value.value : null;
}

function optionAt(answers: Answers, item: string): string | null {
  const answer = answers[PREFIX + item];
  const value = answer?.state === 'given' ? answer.values[0] : undefined;
  return value?.type === 'option' ? value.value : null;
}
