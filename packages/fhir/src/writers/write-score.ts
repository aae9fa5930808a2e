import type { PartialDate, ScoreResult } from '@ehch/clinical';
import { SNOMED } from '../codes/systems.ts';
import { NEWS2_SUBSCORES } from '../codes/news2-subscores.ts';
import type { JsonObject } from '../entry.ts';
import type { WritingAbout } from './about.ts';
import { observation, points } from './observation.ts';
import { cfsCode, partCode, scoreCode } from './score-codes.ts';
import { scoreValue } from './score-value.ts';

const UK_CORE = 'https://fhir.hl7.org.uk/StructureDefinition/UKCore-Observation-';

export interface ScoreWriting {
  /** The instrument's title in words. */
  readonly title: string;
  /** When the person was assessed. */
  readonly effective: PartialDate;
  readonly derivedFrom: readonly string[];
  /** Of NEWS2: the oxygen scale that its answers named. */
  readonly scale: 1 | 2;
}

/**
 * A complete score as a UK Core Observation: its total, parts, version and what it was derived from. `null` for every other
 * one: a total that is not complete never leaves.
 */
export function writeScore(
  score: ScoreResult,
  writing: ScoreWriting,
  about: WritingAbout,
): JsonObject | null {
  const value = scoreValue(score);
  if (value === null) return null;
  const { instrument, total, band } = score;
  const { title, effective, derivedFrom } = writing;
  const note = noteOf(score);
  const written = observation(
    {
      code: instrument === 'cfs' && total !== null ? cfsCode(total, title) : scoreCode(instrument, title),
      category: instrument === 'bmi' ? 'vital-signs' : 'survey',
      effective,
      value,
      method: methodOf(score, title),
      ...(note === null ? {} : { note }),
      ...(instrument === 'news2' ? { profile: `${UK_CORE}EarlyWarningTotalScore` } : {}),
      ...(instrument === 'bmi' ? { profile: `${UK_CORE}VitalSigns-BMI` } : {}),
      component: componentsOf(score, writing),
      derivedFrom,
    },
    about,
  );
  return band === null || total === null ? written : { ...written, interpretation: [{ text: band }] };
}

/** The version belongs to the total: Barthel 12 means nothing without 0–20 or 0–100, nor CFS 4 without its version. */
function methodOf({ instrument, version }: ScoreResult, title: string): string {
  if (version === 'not-stated') return `${title}, version not stated`;
  return instrument === 'cfs' ? `${title} ${version.replace('CFS-', 'v')}` : `${title}, ${version}`;
}

function componentsOf(score: ScoreResult, { scale }: ScoreWriting): readonly JsonObject[] {
  return Object.entries(score.items).flatMap(([part, item]) => {
    // A total that was entered is no part of itself.
    if (item.score === null || (part === 'total' && item.score === score.total)) return [];
    const code = score.instrument === 'news2' ? subscoreCode(part, scale) : partCode(score.instrument, part);
    return code === null ? [] : [{ code, ...points(item.score) }];
  });
}

/** One SpO2 scale only, the one that was used: both together add up to a wrong total (clinical rule 2.6). */
function subscoreCode(part: string, scale: 1 | 2): JsonObject | null {
  const found = [...NEWS2_SUBSCORES].find(
    ([, known]) => known.part === part && (known.scale === undefined || known.scale === scale),
  );
  return found === undefined ? null : { coding: [{ system: SNOMED, code: found[0] }] };
}

/** "n of N deficits": an index means nothing without them. */
function noteOf({ instrument, items }: ScoreResult): string | null {
  const number = (part: string) => {
    const value = items[part]?.value;
    return typeof value === 'number' ? value : null;
  };
  const [present, considered] =
    instrument === 'efi' ? [number('deficits'), 36] : [number('present'), number('considered')];
  return present === null || considered === null ? null : `${present} of ${considered} deficits`;
}
