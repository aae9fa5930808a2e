import { define } from '../internal/define.ts';
import { FrailtyScorer } from './frailty-scorer.ts';

export * from './events.ts';
export * from './frailty-scorer.ts';

define('ehch-frailty-scorer', FrailtyScorer);
