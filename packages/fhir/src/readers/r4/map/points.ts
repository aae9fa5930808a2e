import { namesOf } from '../../../coding.ts';
import { words } from '../../../text.ts';
import { whyAbsent } from './absent-reason.ts';
import type { Quantity } from '../datatypes.ts';
import { plainNumber, SCORE_UNIT } from './quantity.ts';
import type { Valued } from './value-words.ts';

/** The points of a score, as a value states them. */
interface Points {
  readonly points: number;
  /** The maximum that the value states: the 20 of "7/20". */
  readonly of: number | null;
  /** What else the value says: the "high" of "7 (high)". */
  readonly beside: string;
}

/** What tells the points of one instrument from those of another. */
interface Instrument {
  /** The highest total, of each version of the instrument. */
  readonly most: readonly number[];
  /** Words that fit only some totals. */
  readonly bands?: readonly (readonly [words: RegExp, low: number, high: number])[];
}

/** RCP 2017: low up to 4; medium from 5, or with a 3 in one part; high from 7. */
export const NEWS2_POINTS: Instrument = {
  most: [20],
  bands: [
    [/\blow\b/i, 0, 4],
    [/\b(?:medium|moderate)\b/i, 3, 6],
    [/\bhigh\b/i, 7, 20],
  ],
};

/** [P] Words of several versions of the scale. */
export const CFS_POINTS: Instrument = {
  most: [9],
  bands: [
    [/\bmild/i, 4, 5],
    [/\bmoderate/i, 6, 6],
    [/\bsevere/i, 7, 8],
    [/\bterminal/i, 9, 9],
  ],
};

/**
 * The points of an instrument. `null`: a reason says that there are none, or they may be of another
 * instrument. "7/20" is no frailty level 7, and nobody knows whether "5 (severely frail)" is level 5.
 */
export function pointsOfAnswer(valued: Valued, { most, bands = [] }: Instrument): number | null {
  const said = pointsSaid(valued);
  if (said === null || (said.of !== null && !most.includes(said.of))) return null;
  const { points, beside } = said;
  return bands.some(([words, low, high]) => words.test(beside) && (points < low || points > high))
    ? null
    : points;
}

/** Whether the value states points and nothing else. */
export function saysOnlyPoints(valued: Valued): boolean {
  return pointsSaid(valued)?.beside === '';
}

/**
 * The points in a value: a whole number, a quantity in points, or words that begin with a number. `null`:
 * none, or several that differ.
 */
export function pointsSaid(valued: Valued): Points | null {
  if (whyAbsent(valued) !== null) return null;
  const { valueInteger, valueQuantity, valueString, valueCodeableConcept } = valued;
  const all = [
    valueInteger === undefined ? null : { points: valueInteger, of: null, beside: '' },
    ...(valueQuantity === undefined
      ? [valueString ?? null, ...namesOf(valueCodeableConcept)].map(pointsInWords)
      : [pointsInQuantity(valueQuantity)]),
  ].filter((one) => one !== null);
  const [first = null] = all;
  return new Set(all.map(({ points }) => points)).size > 1 ? null : first;
}

/** The range behind the points, which is no unit: "/20", "out of 100". */
const RANGE = /^(?:\/|(?:out )?of) ?(\d+)$/i;

function pointsInQuantity(quantity: Quantity): Points | null {
  const [of = null] = [quantity.code, quantity.unit].flatMap(
    (text) => RANGE.exec(text?.trim() ?? '')?.[1] ?? [],
  );
  const { code: _code, unit: _unit, ...bare } = quantity;
  const points = plainNumber(of === null ? quantity : bare, SCORE_UNIT);
  return points === null ? null : { points, of: of === null ? null : Number(of), beside: '' };
}

/** A number first, then words set apart from it: "7 (high)", "5/9 - mild", "7 high". */
const IN_FRONT =
  /^\s*(?:(?:total|score|level|news2|cfs)[\s:=]+(?!\d+\.))?(\d{1,3}(?:\.\d+)?)\s*(?:(?:\/|(?:out )?of) ?(\d{1,3}))?\s*(?:points?|pts)?\s*(?:[(,;:–-]\s*([^\d]*)|((?:low|medium|high|very|mild|moderate|severe)[^\d]*))?\.?\s*$/i;

/** [P] Words that say that the number may be another one, of another time, or incomplete. */
export const DOUBTFUL =
  /\?|\b(?:or|not?|nor|was|were|previous\w*|former\w*|usual\w*|baseline|last|about|approx\w*|roughly|estimated?|at least|at most|more|less|above|below|over|under|between|target|goal|predicted|incomplete|partial\w*|missing|unable|without|error|wrong|days?|weeks?|months?|years?)\b/i;

function pointsInWords(text: string | null): Points | null {
  const [, points, of = null, ...said] = IN_FRONT.exec(text ?? '') ?? [];
  const beside = words(said.find((one) => one !== undefined)) ?? '';
  if (points === undefined || DOUBTFUL.test(beside)) return null;
  return { points: Number(points), of: of === null ? null : Number(of), beside };
}
