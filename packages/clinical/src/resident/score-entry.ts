import type { ScoreSaid } from '../assessment/score-said.ts';
import type { Recorded } from '../recorded.ts';

/**
 * The newest finished score of an instrument without a section of its own. It reads as it read when somebody signed it,
 * with its unit, parts, version and limitations.
 */
export interface ScoreEntry extends Recorded {
  /** The instrument's id, such as `4at`. */
  readonly instrument: string;
  readonly title: string;
  readonly said: ScoreSaid;
}
