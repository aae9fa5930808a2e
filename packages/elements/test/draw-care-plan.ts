import '../src/index.ts';
import { planPresses } from '../src/care-plan/care-plan-press.ts';
import type { CarePlanPress } from '../src/care-plan/care-plan-press.ts';
import type { CarePlanState } from '../src/care-plan/care-plan.fixtures.ts';
import type { CarePlanCard } from '../src/care-plan/index.ts';
import { NOW, PLACE } from '../src/resident-summary/resident-summary.fixtures.ts';

const drawn = new Set<Element>();

afterEach(() => {
  for (const one of drawn) one.remove();
  drawn.clear();
});

/** Draws one named state as a page would. What is drawn in a test goes after it; a given box keeps it. */
export async function drawCarePlan(box: HTMLElement, state: CarePlanState): Promise<CarePlanCard> {
  const provider = document.createElement('ehch-provider');
  provider.clock = () => NOW;
  provider.place = PLACE;
  const card = document.createElement('ehch-care-plan');
  card.author = { name: 'Grace Mensah', role: 'registered nurse' };
  card.view = state.view;
  card.resident = state.resident ?? null;
  provider.append(card);
  box.append(provider);
  if (box === document.body) drawn.add(provider);
  await settled(card);
  for (const action of state.press ?? []) await pressOn(card, action);
  return card;
}

/** Presses the control that does this. @throws {Error} where there is none */
export async function pressOn(card: CarePlanCard, action: CarePlanPress): Promise<void> {
  const wanted = JSON.stringify(action);
  const all = [...card.renderRoot.querySelectorAll<HTMLElement>(`[data-press=${action.kind}]`)];
  const control = all.find((one) => JSON.stringify(planPresses.actionAt(one)) === wanted);
  if (control === undefined) throw new Error(`There is nothing to press: ${wanted}`);
  control.click();
  await settled(card);
}

/** When the port has answered and everything is drawn. */
export async function settled(card: CarePlanCard): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    await card.updateComplete;
  }
}
