import '../src/index.ts';
import '../src/frailty-scorer/assessments/index.ts';
import type { FrailtyScorer } from '../src/frailty-scorer/index.ts';
import { controlIn } from './controls.ts';
import { NOW, actionsOf } from '../src/frailty-scorer/frailty-scorer.fixtures.ts';
import type { ScorerState } from '../src/frailty-scorer/frailty-scorer.fixtures.ts';
import { PLACE } from '../src/resident-summary/resident-summary.fixtures.ts';

const drawn = new Set<Element>();

afterEach(() => {
  for (const one of drawn) one.remove();
  drawn.clear();
});

/** Draws one named state of the scorer as a page would. What is drawn in a test goes after it; a given box keeps it. */
export async function drawScorer(box: HTMLElement, state: ScorerState): Promise<FrailtyScorer> {
  const provider = document.createElement('ehch-provider');
  provider.clock = () => NOW;
  provider.place = state.place ?? PLACE;
  const { actions = 'none' } = state;
  if (actions !== 'none') provider.actions = actionsOf(actions);
  const scorer = document.createElement('ehch-frailty-scorer');
  const { view, resident, assessment, form, draft, previous, author, readOnly, layout } = state;
  Object.assign(scorer, { view, resident, assessment, form, draft, previous, author });
  scorer.readOnly = readOnly ?? false;
  scorer.layout = layout ?? 'sections';
  provider.append(scorer);
  box.append(provider);
  if (box === document.body) drawn.add(provider);
  await settled(scorer);
  for (const control of state.press ?? []) {
    controlIn(scorer.renderRoot, control).click();
    await settled(scorer);
  }
  return scorer;
}

/** When ports have answered and everything is drawn. */
export async function settled(scorer: FrailtyScorer): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    await scorer.updateComplete;
  }
}
