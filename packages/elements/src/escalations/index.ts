import { define } from '../internal/define.ts';
import { Escalations } from './escalations.ts';

export * from './escalations.ts';

define('ehch-escalations', Escalations);
