import { define } from '../internal/define.ts';
import { WhatChanged } from './what-changed.ts';

export * from './what-changed.ts';

define('ehch-what-changed', WhatChanged);
