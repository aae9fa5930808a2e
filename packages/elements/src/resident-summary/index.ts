import { define } from '../internal/define.ts';
import { ResidentSummary } from './resident-summary.ts';

export { EhchHideLineEvent, EhchMismatchEvent, EhchRetryEvent } from '../internal/events.ts';
export * from './resident-summary.ts';

define('ehch-resident-summary', ResidentSummary);
