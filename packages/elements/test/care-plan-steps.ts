import type {
  CareActions,
  CareIntent,
  DeviceRecords,
  DeviceStatus,
  PlaceConfiguration,
} from '@ehch/clinical';
import { planPresses } from '../src/care-plan/care-plan-press.ts';
import type { PartSource } from '../src/internal/part-source.ts';
import { changingSource } from '../src/care-plan/changing-part.ts';
import { copiesSource } from '../src/care-plan/copies-part.ts';
import type { CarePlanState, PlanPortSays, PlanStepTaken } from '../src/care-plan/care-plan.fixtures.ts';
import { CarePlanCard } from '../src/care-plan/index.ts';
import type { EhchProvider } from '../src/index.ts';
import { GivenParts, partThatNeverComes } from './late-part.ts';
import { NOW, PLACE } from '../src/resident-summary/resident-summary.fixtures.ts';

/** A place in which whoever writes in these states may decide, once the page lets them. */
const NAMING: PlaceConfiguration = {
  ...PLACE,
  deciders: [{ kind: 'role', who: 'registered nurse', until: null }],
};

/** A port with the intents that it has taken. What it says can change. */
export type PlanPort = CareActions & { readonly taken: CareIntent[]; says: PlanPortSays };

/** A port that says this of every saving, and remembers each. */
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
export function deviceThat(server: DeviceStatus['server']): DeviceRecords {
  const status = { server } as DeviceStatus;
  return {
    watchStatus: (onStatus) => onStatus(status),
    waiting: async () => [],
    decide: async () => undefined,
    load: async () => undefined,
    tryNow: async () => undefined,
  };
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
    // A tick or a radio says what it does once it is used.
    if (step.label !== undefined) return one.closest('label')?.textContent.includes(step.label) === true;
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

/** Cards on a page whose parts do not come. */
const CARD_WITHOUT = {
  'on-its-way': cardWithout('on-its-way'),
  'not-to-be-had': cardWithout('not-to-be-had'),
};

function cardWithout(how: 'on-its-way' | 'not-to-be-had'): string {
  const tag = `test-plan-parts-${how}`;
  const given = new GivenParts()
    .give(changingSource, partThatNeverComes(how))
    .give(copiesSource, partThatNeverComes(how));
  class CardWithoutParts extends CarePlanCard {
    protected override partSource<Part>(usual: PartSource<Part>): PartSource<Part> {
      return given.of(usual);
    }
  }
  customElements.define(tag, CardWithoutParts);
  return tag;
}

/** Puts one named state into a provider, as a page would, and takes its steps. */
export async function putCarePlan(
  provider: EhchProvider,
  state: CarePlanState,
  port: PlanPort | null = state.port === undefined ? null : planPortSaying(state.port),
  tag = state.parts === undefined ? 'ehch-care-plan' : CARD_WITHOUT[state.parts],
): Promise<CarePlanCard> {
  provider.clock = () => NOW;
  provider.place = state.place ?? NAMING;
  provider.actions = port;
  provider.device = deviceThat(state.isOffline === true ? 'unreachable' : 'answers');
  const card = document.createElement(tag) as CarePlanCard;
  card.author = state.author === null ? null : { name: 'Grace Mensah', role: 'registered nurse' };
  card.mayDecide = state.mayDecide === true;
  card.view = state.view;
  card.resident = state.resident ?? null;
  provider.append(card);
  await settled(card);
  for (const step of state.steps ?? []) await takeStep(card, step);
  return card;
}
