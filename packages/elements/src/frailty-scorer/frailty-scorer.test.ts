import { checkStates } from '../../test/check-states.ts';
import { drawScorer } from '../../test/draw-scorer.ts';
import { states } from './frailty-scorer.fixtures.ts';
import type { ScorerState } from './frailty-scorer.fixtures.ts';

describe('ehch-frailty-scorer in every named state, 320 wide', () => {
  checkStates(
    Object.entries<ScorerState>(states).map(([name, state]) => ({
      name,
      width: 320,
      draw: (box: HTMLElement) => drawScorer(box, state),
    })),
  );
});
