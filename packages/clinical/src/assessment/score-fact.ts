/**
 * What belongs beside a number and limits it: with which list it was worked out, of how many, over how long, by whose cut.
 * It leaves with the score, is read back with it, and is said in the same words everywhere.
 */
export interface ScoreFact {
  readonly id: ScoreFactId;
  readonly value: string | number;
}

export type ScoreFactId = (typeof SCORE_FACT_IDS)[number];

const SCORE_FACT_IDS = [
  'tool',
  'counted',
  'baselineOn',
  'days',
  'deficits',
  'listed',
  'bandSource',
  'rulingSource',
  'cut',
  'placeCut',
  'diastolicFall',
  'reasons',
  'signs',
] as const;

export function isScoreFactId(id: string): id is ScoreFactId {
  return SCORE_FACT_IDS.some((known) => known === id);
}
