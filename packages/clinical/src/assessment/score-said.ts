import type { Instrument } from '../instrument.ts';
import { unitText } from '../result-unit.ts';
import type { ScoreResult } from '../score.ts';
import { flagWords } from './flag-words.ts';
import type { ScoreFact } from './score-fact.ts';
import { factsOfScore, factWords } from './score-facts.ts';
import { labelled } from './answer-text.ts';
import { partsOfScore, partText, type ScorePart } from './score-parts.ts';
import { completeText, versionText } from './score-text.ts';

/** What is to be known of an instrument to say its result. */
export type AboutScore = Pick<Instrument, 'unit' | 'items'>;

/** All that is said of a finished score, in words: at signing, in a copy, and when it comes back out of the record. */
export interface ScoreSaid {
  /** "5 (medium)". */
  readonly result: string;
  /** "RCP 2017", "version not stated". */
  readonly version: string;
  /** What limits the number: "by German ACB list", "over 153 days". */
  readonly beside: readonly string[];
  /** What it is made of: "Breaths in a minute: 2". */
  readonly parts: readonly string[];
  /** What is to be careful about. */
  readonly cautions: readonly string[];
}

/** A result as far as words are made of it: what a record can keep. */
export interface SayableScore extends Pick<
  ScoreResult,
  'instrument' | 'total' | 'band' | 'version' | 'flags'
> {
  /** How the number is read where it is no sum of points: "mmHg". */
  readonly unit: string | null;
  readonly facts: readonly ScoreFact[];
  readonly parts: readonly ScorePart[];
}

export function sayScore({
  instrument,
  total,
  band,
  version,
  flags,
  unit,
  facts,
  parts,
}: SayableScore): ScoreSaid {
  return {
    result: completeText({ total, band }, unit),
    version: versionText(version),
    beside: facts.flatMap((fact) => factWords(fact) ?? []),
    parts: parts.map(({ label, value }) => labelled(label, partText(value))),
    cautions: flagWords({ instrument, flags }),
  };
}

/** The same of a complete result that is here. */
export function saidOfScore(score: ScoreResult, about: AboutScore): ScoreSaid {
  return sayScore({
    ...score,
    unit: unitText(about.unit),
    facts: factsOfScore(score),
    parts: partsOfScore(score, about.items),
  });
}
