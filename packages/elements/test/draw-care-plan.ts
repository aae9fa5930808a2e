import type { CareActions, CareIntent, DeviceRecords, DeviceStatus } from '@ehch/clinical';
import '../src/index.ts';
import { planPresses } from '../src/care-plan/care-plan-press.ts';
import type { CarePlanState, PlanPortSays, PlanStepTaken } from '../src/care-plan/care-plan.fixtures.ts';
import type { CarePlanCard } from '../src/care-plan/index.ts';
import { NOW, PLACE } from '../src/resident-summary/resident-summary.fixtures.ts';

const drawn = new Set<Element>();

afterEach(() => {
  for (const one of drawn) one.remove();
  drawn.clear();
});

/** A port with the intents that it has taken. What it says can change. */
export type PlanPort = CareActions & { readonly taken: CareIntent[]; says: PlanPortSays };

export function planPortSaying(says: PlanPortSays): PlanPort {
  const taken: CareIntent[] = [];
  return {
    taken,
    says,
    async enqueue(intent) {
      const { says: now } = this;
      if (now === 'fails') throw new Error('No room.');
      if (now === 'says-nothing') return new Promise(() => {});
      taken.push(intent);
      return now;
    },
    watchReceipt: () => undefined,
    saveDraft: async () => ({ where: 'memory' }),
    loadDraft: async () => null,
  };
}

/** A device of which only the connection matters here. */
function deviceThat(server: DeviceStatus['server']): DeviceRecords {
  const status = { server } as DeviceStatus;
  return {
    watchStatus: (onStatus) => onStatus(status),
    waiting: async () => [],
    decide: async () => undefined,
    load: async () => undefined,
    tryNow: async () => undefined,
  };
}

/** Draws one named state as a page would. What is drawn in a test goes after it; a given box keeps it. */
export async function drawCarePlan(
  box: HTMLElement,
  state: CarePlanState,
  port: PlanPort | null = state.port === undefined ? null : planPortSaying(state.port),
): Promise<CarePlanCard> {
  const provider = document.createElement('ehch-provider');
  provider.clock = () => NOW;
  provider.place = PLACE;
  provider.actions = port;
  provider.device = deviceThat(state.isOffline === true ? 'unreachable' : 'answers');
  const card = document.createElement('ehch-care-plan');
  card.author = state.author === null ? null : { name: 'Grace Mensah', role: 'registered nurse' };
  card.mayDecide = state.mayDecide === true;
  card.view = state.view;
  card.resident = state.resident ?? null;
  provider.append(card);
  box.append(provider);
  if (box === document.body) drawn.add(provider);
  await settled(card);
  for (const step of state.steps ?? []) await takeStep(card, step);
  return card;
}

/** Does what a person does, or lets a newer view arrive. @throws {Error} where there is nothing to do it on */
export async function takeStep(card: CarePlanCard, step: PlanStepTaken): Promise<void> {
  if ('arrives' in step) card.view = step.arrives;
  else if ('type' in step) typeIn(card, step.type, step.text);
  else controlFor(card, step).click();
  await settled(card);
}

function typeIn(card: CarePlanCard, name: string, text: string): void {
  const found = card.renderRoot.querySelector<HTMLInputElement>(`.form [name="${name}"]`);
  if (found === null) throw new Error(`There is no field ${name}.`);
  found.value = text;
  for (const kind of ['input', 'change'])
    found.dispatchEvent(new Event(kind, { bubbles: true, composed: true }));
}

function controlFor(card: CarePlanCard, step: Extract<PlanStepTaken, { press: string }>): HTMLElement {
  const all = [...card.renderRoot.querySelectorAll<HTMLElement>(`[data-press=${step.press}]`)];
  const found = all.find((one) => {
    // A radio says what it does once it is used.
    if (step.press === 'choose')
      return one.closest('label')?.textContent.includes(step.with?.['side'] === 'mine' ? 'Mine' : 'Theirs');
    const action: Readonly<Record<string, unknown>> = { ...planPresses.actionAt(one) };
    return Object.entries(step.with ?? {}).every(([name, value]) => action[name] === value);
  });
  if (found === undefined) throw new Error(`There is nothing to press: ${JSON.stringify(step)}`);
  return found;
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
