import { defineInstrument } from '../../instrument.ts';
import type { ScoreResult } from '../../score.ts';
import { reachedIn, slipIn, type Reached } from '../assessed.ts';
import { DECIMALS_QUESTION } from '../efi/efi-band.ts';
import { fieldsOf, textOf, whyNot, type Given } from '../not-answered.ts';
import { entryQuestions } from '../total-entry.ts';
import { bandOfPrinted, type Efi2Band } from './efi2-band.ts';

/** A finished value, with the name of its index. */
export interface Efi2Input extends Reached {
  /** The value from 0 to 1, as another system printed it. */
  readonly value?: Given<number>;
  /** The number of printed decimals. If absent, the number's own digits count. */
  readonly decimals?: number | null;
  /** The name of the index in its source. The same number means something else in another index. */
  readonly name?: Given<'eFI2' | 'another'>;
  /** The version of the index or of its code lists, as the source names it. */
  readonly version?: string | null;
}

export interface Efi2Result extends ScoreResult<Efi2Band> {
  /**
   * Whether the value came rounded and the rounding decides the band. There is then no band, and "rounded source"
   * shows.
   */
  readonly ambiguous: boolean;
}

/**
 * Takes a finished eFI2. Any input has a result. Its weights are not here, and a value that is not named eFI2 has no
 * band.
 *
 * Flags: `rounded-source`, `another-index`, `impossible-value`, `impossible-name`, and why a part was not answered.
 */
export function enterEfi2(input: Efi2Input): Efi2Result {
  const given = fieldsOf(input);
  const { value, decimals, name, version } = given;
  const number = typeof value === 'number' && value >= 0 && value <= 1 ? value : null;
  const named = name === 'eFI2';
  const flags = [
    number === null ? whyNot('value', value) : null,
    named ? null : name === 'another' ? 'another-index' : whyNot('name', name),
    ...slipIn(given, 'value'),
  ].filter((flag) => flag !== null);
  const slip = flags.includes('impossible-on');
  const total = number !== null && named && !slip ? number : null;
  const band = total === null ? null : bandOfPrinted(total, decimalsOf(total, decimals));
  const ambiguous = total !== null && band === null;
  const invalid = flags.some((flag) => flag === 'another-index' || flag.startsWith('impossible-'));
  return {
    instrument: 'efi2',
    version: textOf(version) ?? 'not-stated',
    status: total !== null ? 'complete' : invalid ? 'invalid' : 'incomplete',
    total,
    range: [0, 1],
    direction: 'higher-worse',
    band,
    items: { value: { value: value ?? null, score: total }, name: { value: name ?? null, score: null } },
    missing: [...(number === null ? ['value'] : []), ...(named ? [] : ['name'])],
    flags: ambiguous ? ['rounded-source'] : flags,
    ...reachedIn(given, 'value'),
    ambiguous,
  };
}

export const efi2 = defineInstrument({
  id: 'efi2',
  title: 'Electronic Frailty Index 2 (eFI2)',
  searchWords: ['frailty', 'frail', 'electronic', 'gp record', 'record', 'deficits'],
  version: 'Best-2025',
  tier: 'B',
  direction: 'higher-worse',
  range: [0, 1],
  unit: { kind: 'ratio' },
  source: {
    citation: 'Best 2025, Age Ageing 54(4):afaf077. Cuts as read in a secondary source.',
    doi: '10.1093/ageing/afaf077',
    owner: 'K Best and others',
    licence: 'Only a finished value is entered here; the weights and code lists are their owners’.',
    notice: 'Not the eFI: the same number is another band there. A reason to look, not a diagnosis.',
  },
  permission: {
    state: 'not-needed',
    because: 'A finished value and its cuts. The weights and code lists are not here.',
  },
  items: [
    { id: 'value', type: 'decimal', text: 'eFI2 as printed', limits: { min: 0, max: 1 }, fact: 'efi2-value' },
    DECIMALS_QUESTION,
    {
      id: 'name',
      type: 'choice',
      text: 'What the source calls it',
      fact: 'efi2-name',
      options: [
        { value: 'eFI2', text: 'eFI2' },
        { value: 'another', text: 'Something else: not entered here' },
      ],
    },
    ...entryQuestions('Version, as the source names it', undefined, 'value'),
  ],
  score: enterEfi2,
});

/** The decimals of a value. If the number has more digits than stated, its own digits count. */
function decimalsOf(value: number, stated: unknown): number {
  const [digits = '', exponent = '0'] = String(value).split('e-');
  const own = (digits.split('.')[1] ?? '').length + Number(exponent);
  return typeof stated === 'number' && Number.isInteger(stated) && stated > own ? stated : own;
}
