import { define } from '../internal/define.ts';
import { Escalations } from './escalations.ts';

export { EhchShowResidentEvent } from '../internal/events.ts';
export * from './escalations.ts';

define('ehch-escalations', Escalations);
