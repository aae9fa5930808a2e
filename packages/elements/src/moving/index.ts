import { define } from '../internal/define.ts';
import { MovingElement } from './moving.ts';

export * from './moving.ts';

define('ehch-moving', MovingElement);
