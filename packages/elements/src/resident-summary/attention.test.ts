import { checkStates } from '../../test/check-states.ts';
import { draw } from '../../test/draw-summary.ts';
import { attentionStates } from './attention.fixtures.ts';
import type { SummaryState } from './attention.fixtures.ts';

describe('ehch-resident-summary, where something asks for attention', () => {
  checkStates(
    Object.entries<SummaryState>(attentionStates).flatMap(([name, state]) =>
      [false, true].map((compact) => ({
        name: `${name}, ${compact ? 'compact' : 'full'}`,
        draw: (box: HTMLElement) => draw(box, state, { compact }),
      })),
    ),
  );
});
