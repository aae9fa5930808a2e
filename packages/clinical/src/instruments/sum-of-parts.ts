import type { FormOption, FormQuestion } from '../form/types.ts';
import type { Instrument } from '../instrument.ts';
import type { ScoreDirection, ScoreItem, ScoreResult } from '../score.ts';
import { assessedIn } from './assessed.ts';
import { bandOf, type BandRows } from './bands.ts';
import { fieldsOf, isNotAnswered, type NotAnswered } from './not-answered.ts';

/** One part of a sum. */
export interface Part {
  readonly id: string;
  /** The most points that it can give. */
  readonly max: number;
  /** The points of a value, never negative; `null` if the value is not one of this part. */
  readonly points: (value: unknown) => number | null;
}

/** A question whose every option has points. */
export interface PointsQuestion extends FormQuestion {
  readonly type: 'choice';
  readonly options: readonly (FormOption & { readonly points: number })[];
}

/** The result of a sum. */
export interface SummedResult<Band extends string = string> extends ScoreResult<Band> {
  /** The band that an incomplete set already reaches, whatever the missing parts are. Never the best band. */
  readonly atLeastBand: Band | null;
}

/** The instrument of the sum. The result carries the same id, version and direction. */
interface Summed extends Pick<Instrument, 'id' | 'version'> {
  readonly direction: Exclude<ScoreDirection, 'none'>;
}

type PartResult =
  | { readonly state: 'scored'; readonly points: number }
  | { readonly state: NotAnswered | 'not-recorded' | 'impossible' };

/**
 * Sums parts that must all be known. Any input has a result. There is no pro-rating, and an unanswered part is never
 * a zero.
 *
 * Flags: `unable-<part>`, `refused-<part>`, `not-asked-<part>`, `not-known-<part>`, `impossible-<part>`.
 * @param bands `null` if the sources give no band
 */
export function sumOfParts<Band extends string>(
  { id, version, direction }: Summed,
  bands: BandRows<Band> | null,
  parts: readonly Part[],
  input: unknown,
): SummedResult<Band> {
  const given = fieldsOf(input);
  const scored = parts.map((part) => ({
    part,
    value: given[part.id],
    result: scorePart(part, given[part.id]),
  }));
  const without = scored.filter(({ result }) => result.state !== 'scored');
  const sum = scored.reduce((all, { result }) => all + (result.state === 'scored' ? result.points : 0), 0);
  const open = without.reduce((all, { part }) => all + part.max, 0);
  const complete = without.length === 0;
  const band = bands === null ? null : bandOf(bands, direction === 'higher-worse' ? sum : sum + open);
  const best = direction === 'higher-worse' ? bands?.[0]?.[1] : bands?.at(-1)?.[1];
  const impossible = scored.some(({ result }) => result.state === 'impossible');
  return {
    instrument: id,
    version,
    status: impossible ? 'invalid' : complete ? 'complete' : 'incomplete',
    total: complete ? sum : null,
    ...(complete ? {} : { atLeast: sum }),
    range: [0, parts.reduce((all, { max }) => all + max, 0)],
    direction,
    band: complete ? band : null,
    items: Object.fromEntries(
      scored.map(({ part, value, result }): [string, ScoreItem] => [
        part.id,
        { value: value ?? null, score: result.state === 'scored' ? result.points : null },
      ]),
    ),
    missing: without.map(({ part }) => part.id),
    flags: without.flatMap(({ part, result }) =>
      result.state === 'not-recorded' ? [] : [`${result.state}-${part.id}`],
    ),
    ...assessedIn(given),
    atLeastBand: complete || band === best ? null : band,
  };
}

/**
 * The part of a question: an option's value gives its points. A number or a boolean stands for the option of its name.
 */
export function partOf({ id, options }: PointsQuestion): Part {
  return {
    id,
    max: Math.max(...options.map(({ points }) => points)),
    points: (value) => options.find((option) => option.value === optionValue(value))?.points ?? null,
  };
}

/** A yes/no question. The answer `scores` gives `points`; the other gives none. */
export function yesNo(id: string, text: string, scores: 'yes' | 'no' = 'yes', points = 1): PointsQuestion {
  return {
    id,
    type: 'choice',
    text,
    options: [
      { value: 'yes', text: 'Yes', points: scores === 'yes' ? points : 0 },
      { value: 'no', text: 'No', points: scores === 'no' ? points : 0 },
    ],
  };
}

/** A yes/no answer, from code or from a form. */
export type YesNo = boolean | 'yes' | 'no';

function optionValue(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'number' ? String(value) : null;
}

function scorePart(part: Part, value: unknown): PartResult {
  if (value === undefined || value === null) return { state: 'not-recorded' };
  const points = part.points(value);
  if (points !== null) return { state: 'scored', points };
  return { state: isNotAnswered(value) ? value : 'impossible' };
}
