import '../../packages/elements/src/index.ts';
import '../../packages/elements/src/frailty-scorer/assessments/index.ts';
import { deviceOf, states as deviceStates } from '../../packages/elements/src/device-status/device-status.fixtures.ts';
import type { DeviceState } from '../../packages/elements/src/device-status/device-status.fixtures.ts';
import { actionsOf, states as scorerStates } from '../../packages/elements/src/frailty-scorer/frailty-scorer.fixtures.ts';
import type { ScorerState } from '../../packages/elements/src/frailty-scorer/frailty-scorer.fixtures.ts';
import { states as planStates } from '../../packages/elements/src/care-plan/care-plan.fixtures.ts';
import type { CarePlanState } from '../../packages/elements/src/care-plan/care-plan.fixtures.ts';
import { NOW, PLACE, states, toldView } from '../../packages/elements/src/resident-summary/resident-summary.fixtures.ts';
import type { SummaryState } from '../../packages/elements/src/resident-summary/resident-summary.fixtures.ts';
import { putCarePlan } from '../../packages/elements/test/care-plan-steps.ts';
import { findControl } from '../../packages/elements/test/controls.ts';
import { findPress } from '../../packages/elements/test/find-press.ts';

// Shows one state of a component, which the address names: ?component=summary&state=typical&compact
const query = new URLSearchParams(location.search);
const name = query.get('state') ?? '';

const provider = document.createElement('ehch-provider');
provider.clock = () => NOW;
document.body.append(provider);
await drawn();
document.documentElement.dataset['ready'] = 'yes';

function drawn(): Promise<void> {
  switch (query.get('component')) {
    case 'scorer':
      return drawScorer(found<ScorerState>(scorerStates));
    case 'device':
      return drawDevice(found<DeviceState>(deviceStates));
    case 'plan':
      return drawPlan(found<CarePlanState>(planStates));
    default:
      return drawSummary(found<SummaryState>(states));
  }
}

function found<T>(all: Readonly<Record<string, T>>): T {
  const state = all[name];
  if (state === undefined) throw new Error(`No state of this name: ${name}`);
  return state;
}

async function drawSummary(state: SummaryState): Promise<void> {
  provider.place = state.place ?? PLACE;
  const summary = document.createElement('ehch-resident-summary');
  summary.view = toldView(state);
  summary.resident = state.resident ?? null;
  summary.compact = query.has('compact');
  provider.append(summary);
  await summary.updateComplete;
}

async function drawPlan(state: CarePlanState): Promise<void> {
  await putCarePlan(provider, state);
  // A press may have moved the focus and scrolled the page.
  scrollTo(0, 0);
}

async function drawScorer(state: ScorerState): Promise<void> {
  const { actions = 'none', press = [], place = PLACE, ...properties } = state;
  provider.place = place;
  if (actions !== 'none') provider.actions = actionsOf(actions);
  const scorer = document.createElement('ehch-frailty-scorer');
  provider.append(Object.assign(scorer, properties));
  await settled(scorer);
  for (const control of press) {
    findControl(scorer.renderRoot, control)?.click();
    await settled(scorer);
  }
  // A press may have moved the focus and scrolled the page.
  scrollTo(0, 0);
}

async function drawDevice(state: DeviceState): Promise<void> {
  provider.place = PLACE;
  const element = document.createElement('ehch-device-status');
  if (state.bare === true) element.status = state.status;
  else provider.device = deviceOf(state);
  provider.append(element);
  await settled(element);
  for (const action of state.press ?? []) {
    findPress(element.renderRoot, action)?.click();
    await settled(element);
  }
  scrollTo(0, 0);
}

async function settled(element: { readonly updateComplete: Promise<unknown> }): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    await element.updateComplete;
  }
}
