import { copiesSource } from '../copies-part.ts';
import type { PlanCopies } from '../copies-part.ts';
import { copyAfter } from './copy-stops.ts';
import { isReady, printCopy } from './print-copy.ts';
import { renderCopyChooser } from './render-copy.ts';

export const copies: PlanCopies = {
  after: copyAfter,
  renderChooser: renderCopyChooser,
  isReady,
  print: printCopy,
};

copiesSource.register(copies);
