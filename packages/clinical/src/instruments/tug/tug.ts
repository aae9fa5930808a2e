import { defineInstrument } from '../../instrument.ts';
import type { ScoreResult } from '../../score.ts';
import { assessedIn, type Assessed } from '../assessed.ts';
import { measured, partsOf, reasonIn, questionLimits, type MeasuredLimits } from '../measured.ts';
import { fieldsOf, textOf, type Given } from '../not-answered.ts';

/** A timed up and go test. */
export interface TugInput extends Assessed {
  /** Seconds taken. "Unable" is an answer; 0 and 999 are not. */
  readonly seconds?: Given<number>;
  /** Why the test was not possible. */
  readonly reason?: string | null;
}

/** Another cut-off that a place uses, such as for falls, with its source. */
export interface TugCut {
  readonly above: number;
  readonly source: string;
}

export interface TugResult extends ScoreResult<'over-10' | '10-or-less'> {
  /** Above 10 seconds, which suggests frailty. `null` if nothing was measured. */
  readonly over10: boolean | null;
  /** The place's own cut-off, and whether the time is above it. */
  readonly placeCut: (TugCut & { readonly over: boolean | null }) | null;
  /** Why the test was not possible, if somebody said. */
  readonly notDone: string | null;
}

/** BGS Fit for Frailty. */
const FRAILTY_ABOVE = 10;

/** [P] A value outside these is not a timed test. The sources give no limits. */
const SECONDS: MeasuredLimits = { plausible: [4, 120], possible: [1, 600] };

/**
 * Scores the timed up and go test. Any input has a result. No time is not a time of 0.
 *
 * Flags: `implausible-seconds`, `impossible-seconds`, `reason-not-stated`, and why it was not done, such as
 * `unable-seconds`.
 */
export function scoreTug(input: TugInput, cut?: TugCut): TugResult {
  const given = fieldsOf(input);
  const seconds = measured('seconds', given['seconds'], SECONDS);
  const { flags, ...parts } = partsOf([seconds]);
  const time = seconds.number;
  const reason = reasonIn(given);
  const unable = seconds.value === 'unable' && reason === null;
  const over10 = time === null ? null : time > FRAILTY_ABOVE;
  const named = textOf(fieldsOf(cut)['source']) !== null && typeof cut?.above === 'number' ? cut : null;
  return {
    instrument: 'tug',
    version: 'above-10',
    total: time,
    range: [0, 600],
    direction: 'higher-worse',
    band: over10 === null ? null : over10 ? 'over-10' : '10-or-less',
    ...parts,
    flags: unable ? [...flags, 'reason-not-stated'] : flags,
    ...assessedIn(given),
    over10,
    placeCut: named === null ? null : { ...named, over: time === null ? null : time > named.above },
    notDone: time === null ? reason : null,
  };
}

export const tug = defineInstrument({
  id: 'tug',
  title: 'Timed up and go',
  searchWords: ['walking', 'walk', 'mobility', 'falls', 'balance', 'get up'],
  version: 'above-10',
  tier: 'A',
  direction: 'higher-worse',
  range: [0, 600],
  unit: { kind: 'measure', text: 's', code: 's' },
  source: {
    citation:
      'British Geriatrics Society, Fit for Frailty. Cut used: above 10 seconds; other papers use other cuts.',
    url: 'https://www.bgs.org.uk/resources/resource-series/fit-for-frailty',
    licence: 'A time and a cut only.',
    notice: 'Above 10 seconds suggests frailty. It does not predict falls.',
  },
  permission: { state: 'not-needed', because: 'A time and a cut.' },
  items: [
    { id: 'seconds', type: 'decimal', text: 'Seconds taken', ...questionLimits(SECONDS) },
    { id: 'reason', type: 'text', text: 'If it could not be done, why', maxLength: 200 },
  ],
  score: scoreTug,
});
