import type { ScoreResult } from '@ehch/clinical';
import { bandText, factsOfScore, partsOfScore, sayScore, versionText } from '@ehch/clinical/assessment';
import type { PartialDate } from '@ehch/clinical/time';
import { LOCAL } from '../codes/systems.ts';
import type { JsonObject } from '../entry.ts';
import { marksExtension } from '../score-marks.ts';
import { aboutScore } from './about-score.ts';
import type { WritingAbout } from './about.ts';
import { writeObservation } from './observation.ts';
import { cfsCode, scoreCode } from './score-codes.ts';
import { factComponents, news2Components, partComponents } from './score-components.ts';
import { scoreValue } from './score-value.ts';

const UK_CORE = 'https://fhir.hl7.org.uk/StructureDefinition/UKCore-Observation-';

/** The circumstances of one score. */
export interface ScoreWriting {
  /** The day of the score: when the resident was assessed, or when the assessor reached it. */
  readonly effective: PartialDate;
  readonly performer: readonly JsonObject[];
  readonly derivedFrom: readonly string[];
  /** For NEWS2: the SpO2 scale that the answers named. */
  readonly scale: 1 | 2;
}

/**
 * A complete score as a UK Core Observation: the total in its own unit, parts and readings, version, limits
 * and sources. `null`: the score is not complete. An incomplete total is never sent.
 */
export function writeScore(
  score: ScoreResult,
  { effective, performer, derivedFrom, scale }: ScoreWriting,
  about: WritingAbout,
): JsonObject | null {
  const { instrument, total, band, version, flags } = score;
  const { title, unit, items } = aboutScore(instrument);
  const facts = factsOfScore(score);
  const value = scoreValue(score, unit, facts);
  if (value === null) return null;
  const parts = partsOfScore(score, items);
  const { beside, cautions } = sayScore({
    instrument,
    total,
    band,
    version,
    flags,
    unit: null,
    facts,
    parts,
  });
  // Systems that do not know this product show the note. Without it, a level judged during a delirium looks
  // like any other.
  const note = [...beside, ...cautions].join('; ') || null;
  return writeObservation(
    {
      extension: [marksExtension({ instrument, version, total, band, flags, note })],
      code: instrument === 'cfs' && total !== null ? cfsCode(total, title) : scoreCode(instrument, title),
      category: instrument === 'bmi' ? 'vital-signs' : 'survey',
      effective,
      performer,
      value,
      method: methodOf(score, title),
      ...(note === null ? {} : { note }),
      ...(instrument === 'news2' ? { profile: `${UK_CORE}EarlyWarningTotalScore` } : {}),
      ...(instrument === 'bmi' ? { profile: `${UK_CORE}VitalSigns-BMI` } : {}),
      ...(band === null || total === null
        ? {}
        : {
            interpretation: {
              coding: [{ system: LOCAL, code: `${instrument}/${band}` }],
              text: bandText(band),
            },
          }),
      component:
        instrument === 'news2'
          ? news2Components(parts, scale)
          : [...partComponents(instrument, parts), ...factComponents(facts)],
      derivedFrom,
    },
    about,
  );
}

/**
 * The version belongs to the total. Barthel 12 means nothing without 0–20 or 0–100, nor does CFS 4 without
 * its version.
 */
function methodOf({ instrument, version }: ScoreResult, title: string): string {
  if (instrument === 'cfs' && version !== 'not-stated') return `${title} ${version.replace('CFS-', 'v')}`;
  return `${title}, ${versionText(version)}`;
}
