import { checkStates } from '../../test/check-states.ts';
import { drawScorer } from '../../test/draw-scorer.ts';
import { states } from './frailty-scorer.fixtures.ts';
import type { ScorerState } from './frailty-scorer.fixtures.ts';

describe('ehch-frailty-scorer', () => {
  describe('in every named state', () => {
    checkStates(
      Object.entries<ScorerState>(states).flatMap(([name, state]) =>
        [320, 1280].map((width) => ({
          name: `${name}, ${width} wide`,
          width,
          draw: (box: HTMLElement) => drawScorer(box, state),
        })),
      ),
    );
  });
});
