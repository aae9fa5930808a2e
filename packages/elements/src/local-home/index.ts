import { define } from '../internal/define.ts';
import { LocalHomeElement } from './local-home.ts';

export { EhchShowResidentEvent } from '../internal/events.ts';
export * from './local-home.ts';

define('ehch-local-home', LocalHomeElement);
