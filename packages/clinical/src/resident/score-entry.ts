import type { ScoreSaid } from '../assessment/score-said.ts';
import type { Recorded } from '../recorded.ts';

/**
 * Who owns an instrument whose score is shown, by which publication it scores, and on what terms. It goes with the score to
 * every screen.
 */
export interface ScoreNotice {
  /** The instrument's id, such as `4at`. */
  readonly instrument: string;
  readonly title: string;
  readonly words: readonly string[];
}

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
