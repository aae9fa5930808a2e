import { checkStates } from '../../test/check-states.ts';
import { drawScorer } from '../../test/draw-scorer.ts';
import { states } from './frailty-scorer.fixtures.ts';
import type { ScorerState } from './frailty-scorer.fixtures.ts';

describe('ehch-frailty-scorer in every named state, 1280 wide', () => {
  checkStates(
    Object.entries<ScorerState>(states).map(([name, state]) => ({
      name,
      width: 1280,
      draw: (box: HTMLElement) => drawScorer(box, state),
    })),
  );
});
