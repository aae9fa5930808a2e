import { define } from '../internal/define.ts';
import { LinkingElement } from './linking.ts';

export * from './linking.ts';

define('ehch-linking', LinkingElement);
