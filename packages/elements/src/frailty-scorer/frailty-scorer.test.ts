import { checkStates } from '../../test/check-states.ts';
import { drawScorer } from '../../test/draw-scorer.ts';
import { states } from './frailty-scorer.fixtures.ts';

describe('ehch-frailty-scorer', () => {
  describe('in every named state', () => {
    checkStates(
      Object.entries(states).map(([name, state]) => ({
        name,
        draw: (box: HTMLElement) => drawScorer(box, state),
      })),
    );
  });
});
