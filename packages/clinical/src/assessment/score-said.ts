import { unitText, type ResultUnit } from '../result-unit.ts';
import type { ScoreResult } from '../score.ts';
import { flagWords } from './flag-words.ts';
import { factsOfScore, factWords, type ScoreFact } from './score-facts.ts';
import { completeText, versionText } from './score-text.ts';

/** All that is said of a finished score, in words: at signing, in a copy, and when it comes back out of the record. */
export interface ScoreSaid {
  /** "5 (medium)". */
  readonly result: string;
  /** "RCP 2017", "version not stated". */
  readonly version: string;
  /** What limits the number: "by German ACB list", "over 153 days". */
  readonly beside: readonly string[];
  /** What is to be careful about. */
  readonly cautions: readonly string[];
}

/** A result as far as words are made of it: what a record can keep. */
export interface SayableScore extends Pick<ScoreResult, 'total' | 'band' | 'version' | 'flags'> {
  /** How the number is read where it is no sum of points: "mmHg". */
  readonly unit: string | null;
  readonly facts: readonly ScoreFact[];
}

export function sayScore({ total, band, version, flags, unit, facts }: SayableScore): ScoreSaid {
  return {
    result: completeText({ total, band }, unit),
    version: versionText(version),
    beside: facts.flatMap((fact) => factWords(fact) ?? []),
    cautions: flagWords({ flags }),
  };
}

/** The same of a complete result that is here. */
export function saidOfScore(score: ScoreResult, unit: ResultUnit | null): ScoreSaid {
  return sayScore({ ...score, unit: unit === null ? null : unitText(unit), facts: factsOfScore(score) });
}
