import { define } from '../internal/define.ts';
import { CarePlanCard } from './care-plan.ts';

export * from './care-plan.ts';

define('ehch-care-plan', CarePlanCard);
