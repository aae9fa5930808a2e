import type { ScoreSaid } from '../assessment/score-said.ts';
import type { Recorded } from '../recorded.ts';

/**
 * The newest finished score of an instrument that has no section of its own. It is said as it was said when somebody signed
 * it: with its unit, parts and version, and with what limits it.
 */
export interface ScoreEntry extends Recorded {
  /** The instrument's id, such as `4at`. */
  readonly instrument: string;
  readonly title: string;
  readonly said: ScoreSaid;
}
