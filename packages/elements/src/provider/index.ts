import { define } from '../internal/define.ts';
import { EhchProvider } from './provider.ts';

export { EhchRetryEvent } from '../internal/events.ts';
export * from './provider.ts';

define('ehch-provider', EhchProvider);
