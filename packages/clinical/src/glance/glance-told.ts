import type { Instant } from '../time/types.ts';
import type { GlanceLine } from './glance-line.ts';
import type { Since } from './since.ts';

/** Everything that the glance tells of one record to one reader, as plain data. */
export interface GlanceTold {
  /** Every line, most urgent first. */
  readonly lines: readonly GlanceLine[];
  readonly since: Since;
  /** The moment for which the lines are true: "not answered for 5 hours" counts to it. */
  readonly at: Instant;
}
