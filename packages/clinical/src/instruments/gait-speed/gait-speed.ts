import { defineInstrument } from '../../instrument.ts';
import type { ScoreResult } from '../../score.ts';
import { assessedIn, type Assessed } from '../assessed.ts';
import { decimal, minus, times } from '../exact-decimal.ts';
import { measured, partsOf, questionLimits, reasonIn, type MeasuredLimits } from '../measured.ts';
import { fieldsOf, type Given } from '../not-answered.ts';

/** A timed walk. */
export interface GaitSpeedInput extends Assessed {
  /** Metres walked. */
  readonly metres?: Given<number>;
  /** Seconds taken. "Unable" is an answer; 0 and 999 are not. */
  readonly seconds?: Given<number>;
  /** Why the walk was not possible. */
  readonly reason?: string | null;
}

export interface GaitSpeedResult extends ScoreResult<'slow' | 'not-slow'> {
  /** Metres a second, exact; the same as `total`. */
  readonly mps: number | null;
  /** Below 0.8 m/s, which suggests frailty. `null` if nothing was measured. */
  readonly slow: boolean | null;
  /** Why the walk was not possible, if somebody said. */
  readonly notDone: string | null;
}

/** BGS Fit for Frailty: below 0.8 m/s, which is more than 5 seconds over 4 metres. */
const SLOW_BELOW = 0.8;

/** [P] A value outside these is not a timed walk. The sources give no limits. */
const METRES: MeasuredLimits = { plausible: [2, 20], possible: [1, 100] };
const SECONDS: MeasuredLimits = { plausible: [1, 120], possible: [0.1, 600] };
/** [P] Metres a second. A faster walk is a slip. */
export const FASTEST = 5;

/**
 * Scores walking speed. Any input has a result. The cut-off applies to the digits as entered, never to a rounded speed.
 *
 * Flags: `implausible-…`, `impossible-metres`, `impossible-seconds`, `impossible-speed`, `reason-not-stated`, and why a
 * measurement is not there, such as `unable-seconds`.
 */
export function scoreGaitSpeed(input: GaitSpeedInput): GaitSpeedResult {
  const given = fieldsOf(input);
  const metres = measured('metres', given['metres'], METRES);
  const seconds = measured('seconds', given['seconds'], SECONDS);
  const { status, flags, missing, items } = partsOf([metres, seconds]);
  const walk =
    metres.number === null || seconds.number === null
      ? null
      : { metres: metres.number, seconds: seconds.number };
  const tooFast = walk !== null && walk.metres / walk.seconds > FASTEST;
  const mps = walk === null || tooFast ? null : walk.metres / walk.seconds;
  const slow = walk === null || tooFast ? null : isSlow(walk);
  const reason = reasonIn(given);
  const unable = seconds.value === 'unable';
  return {
    instrument: 'gait-speed',
    version: 'below-0.8',
    status: tooFast ? 'invalid' : status,
    total: mps,
    range: [0, FASTEST],
    direction: 'lower-worse',
    band: slow === null ? null : slow ? 'slow' : 'not-slow',
    items,
    missing: tooFast ? ['metres', 'seconds'] : missing,
    flags: [
      ...flags,
      ...(tooFast ? ['impossible-speed'] : []),
      ...(unable && reason === null ? ['reason-not-stated'] : []),
    ],
    ...assessedIn(given),
    mps,
    slow,
    notDone: mps === null ? reason : null,
  };
}

export const gaitSpeed = defineInstrument({
  id: 'gait-speed',
  title: 'Gait speed',
  searchWords: ['walking', 'walk', 'mobility', 'falls', 'speed'],
  version: 'below-0.8',
  tier: 'A',
  direction: 'lower-worse',
  range: [0, FASTEST],
  unit: { kind: 'measure', text: 'm/s', code: 'm/s' },
  source: {
    citation: 'British Geriatrics Society, Fit for Frailty.',
    url: 'https://www.bgs.org.uk/resources/resource-series/fit-for-frailty',
    licence: 'Arithmetic only.',
    notice: 'Slow suggests frailty. It does not predict falls.',
  },
  permission: { state: 'not-needed', because: 'A speed and a cut.' },
  items: [
    {
      id: 'metres',
      type: 'quantity',
      text: 'Distance walked',
      units: [
        { code: 'm', text: 'm', factor: 1 },
        { code: '[ft_i]', text: 'ft', factor: 0.3048 },
      ],
      ...questionLimits(METRES),
    },
    { id: 'seconds', type: 'decimal', text: 'Seconds taken', ...questionLimits(SECONDS) },
    { id: 'reason', type: 'text', text: 'If it could not be done, why', maxLength: 200 },
  ],
  score: scoreGaitSpeed,
});

/** Compares decimal digits: 2.4 m in 3 s is exactly 0.8, but binary fractions make it less. */
function isSlow(walk: { readonly metres: number; readonly seconds: number }): boolean {
  return minus(decimal(walk.metres), times(decimal(SLOW_BELOW), decimal(walk.seconds))).units < 0n;
}
