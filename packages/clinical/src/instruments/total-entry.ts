import type { FormQuestion } from '../form/types.ts';
import type { ScoreDirection, ScoreResult } from '../score.ts';
import { reachedIn, slipIn, type Reached } from './assessed.ts';
import { bandOf, type BandRows } from './bands.ts';
import { fieldsOf, textOf, whyNot, type Given } from './not-answered.ts';

/** A total that a person reached with the instrument itself. The steps belong to its owner and are not here. */
export interface TotalInput extends Reached {
  readonly total?: Given<number>;
  /** The version printed on the form that was used. */
  readonly version?: string | null;
  /** The role, not the name, of the assessor. */
  readonly assessor?: string | null;
}

export interface TotalResult<Band extends string = string> extends ScoreResult<Band> {
  readonly assessor: string | null;
}

/** The fixed properties of an instrument whose total is entered. */
export interface TotalEntry<Band extends string> {
  readonly instrument: string;
  readonly range: readonly [min: number, max: number];
  readonly direction: ScoreDirection;
  /** `null` if the sources give no band, or disagree. */
  readonly bands: BandRows<Band> | null;
}

/**
 * Takes a finished whole-number total. Any input has a result. An unknown version is stated and never assumed.
 *
 * Flags: `unable-total`, `refused-total`, `not-asked-total`, `not-known-total`, `impossible-total`, `impossible-on`.
 */
export function enterTotal<Band extends string>(
  { instrument, range, direction, bands }: TotalEntry<Band>,
  input: TotalInput,
): TotalResult<Band> {
  const given = fieldsOf(input);
  const { total: entered, version, assessor } = given;
  const slip = slipIn(given, 'total');
  const possible = isWhole(entered) && entered >= range[0] && entered <= range[1] ? entered : null;
  const total = slip.length === 0 ? possible : null;
  const why = possible === null ? whyNot('total', entered) : null;
  return {
    instrument,
    version: textOf(version) ?? 'not-stated',
    status:
      total !== null ? 'complete' : why === 'impossible-total' || slip.length > 0 ? 'invalid' : 'incomplete',
    total,
    range,
    direction,
    band: bands === null ? null : bandOf(bands, total),
    items: { total: { value: entered ?? null, score: total } },
    missing: total === null ? ['total'] : [],
    flags: [...(why === null ? [] : [why]), ...slip],
    ...reachedIn(given, 'total'),
    assessor: textOf(assessor),
  };
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value);
}

/** The questions beside every finished result: when, which version, by whom. `of` is the question of the result. */
export function entryQuestions(
  version: string,
  assessor = 'Assessed by (role)',
  of = 'total',
): readonly [FormQuestion, FormQuestion, FormQuestion] {
  return [
    {
      id: 'on',
      type: 'date',
      text: 'Reached on, if on another day',
      past: true,
      dayOf: [of],
      optional: true,
    },
    { id: 'version', type: 'text', text: version, maxLength: 20, optional: true },
    { id: 'assessor', type: 'text', text: assessor, maxLength: 40, optional: true },
  ];
}
