import type { ResidentView } from '@ehch/clinical';
import '../src/index.ts';
import '../src/frailty-scorer/assessments/index.ts';
import type { ResidentElement } from '../src/internal/resident-element.ts';
import { NOW, toldView } from '../src/resident-summary/resident-summary.fixtures.ts';
import { drawCarePlan } from '../test/draw-care-plan.ts';
import { drawDevice } from '../test/draw-device.ts';
import { drawEscalation } from '../test/draw-escalation.ts';
import { drawEscalations } from '../test/draw-escalations.ts';
import { drawLinking, drawLocalHome, drawMoving } from '../test/draw-home.ts';
import { drawScorer } from '../test/draw-scorer.ts';
import { draw, drawChanges, drawProvider } from '../test/draw-summary.ts';
import { renderExample } from '../test/form-under-test.ts';
import { NAMED_STATES, type ComponentName } from './named-states.ts';
import { actionsThrough, sourceOf, type PortManner } from './port.ts';

export interface Manner {
  readonly port: PortManner;
  readonly compact: boolean;
}

type States = typeof NAMED_STATES;
type StateOf<C extends ComponentName> = States[C][keyof States[C]];
type Draw<C extends ComponentName> = (
  box: HTMLElement,
  state: StateOf<C>,
  manner: Manner,
) => Promise<unknown>;

/** How a state of each component is drawn: as its tests draw it. */
const DRAW: { readonly [C in ComponentName]: Draw<C> } = {
  'resident-summary': async (box, state, { port, compact }) =>
    through(port, await draw(box, state, { compact }), toldView(state)),
  'frailty-scorer': async (box, state, { port }) =>
    through(port, await drawScorer(box, state), 'view' in state ? state.view : undefined),
  'what-changed': async (box, state, { port }) => {
    const provider = drawProvider();
    box.append(provider);
    const changes = await drawChanges(box, state);
    provider.append(changes);
    through(port, changes, state.view);
  },
  'device-status': (box, state) => drawDevice(box, state),
  'escalation-button': (box, state) => drawEscalation(box, state),
  'care-plan': async (box, state, { port }) =>
    through(port, await drawCarePlan(box, state), state.view ?? undefined),
  escalations: (box, state) => drawEscalations(box, state),
  'local-home': (box, state) => drawLocalHome(box, state),
  moving: (box, state) => drawMoving(box, state),
  linking: (box, state) => drawLinking(box, state),
  form: (box, state) => renderExample(box, state),
  provider: async (box, state) => {
    const provider = drawProvider(state);
    provider.append(document.createElement('ehch-resident-summary'));
    box.append(provider);
    await provider.updateComplete;
  },
};

/** Draws one named state. @throws {Error} where there is none of this name */
export async function drawState(
  box: HTMLElement,
  component: ComponentName,
  name: string,
  manner: Manner,
): Promise<void> {
  const all: Readonly<Record<string, unknown>> = NAMED_STATES[component];
  if (!Object.hasOwn(all, name)) throw new Error(`${component} has no state "${name}".`);
  // A state of this component, as its line in the registry says.
  const draw = DRAW[component] as (box: HTMLElement, state: unknown, manner: Manner) => unknown;
  await draw(box, all[name], manner);
}

/** Puts a slow or failing port between the state and the component that shows it. */
function through(port: PortManner, element: ResidentElement, view: ResidentView | undefined): void {
  const provider = element.closest('ehch-provider');
  if (port === 'usual' || provider === null) return;
  if (provider.actions !== null) provider.actions = actionsThrough(provider.actions, port);
  if (view === undefined) return;
  element.resident = view.resident;
  element.view = null;
  provider.source = sourceOf(view, port, NOW);
}
