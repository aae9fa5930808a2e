import type { CareActions, CareIntent, OpenMatter, ResidentView } from '@ehch/clinical';
import type { Thread } from '@ehch/clinical/thread';
import '../src/index.ts';
import { ESCALATION_PLACE } from '../src/escalation-button/escalation-button.fixtures.ts';
import type { EscalationState, PortSays } from '../src/escalation-button/escalation-button.fixtures.ts';
import { escalationPresses } from '../src/escalation-button/escalation-press.ts';
import type { EscalationButtonPress } from '../src/escalation-button/escalation-press.ts';
import type { EscalationButton } from '../src/escalation-button/index.ts';
import { shownText } from './shown-text.ts';
import { NOW } from '../src/resident-summary/resident-summary.fixtures.ts';
import { rec, recorded } from '../src/resident-summary/typical-resident.fixtures.ts';

const drawn = new Set<Element>();

afterEach(() => {
  for (const one of drawn) one.remove();
  drawn.clear();
});

/** A port with the intents that it has taken. What it says can change. */
export type FixturePort = CareActions & { readonly taken: CareIntent[]; says: Exclude<PortSays, null> };

/** A port that says the same of every press, and remembers each. */
export function portSaying(says: Exclude<PortSays, null>): FixturePort;
export function portSaying(says: PortSays): FixturePort | null;
export function portSaying(says: PortSays): FixturePort | null {
  if (says === null) return null;
  const taken: CareIntent[] = [];
  return {
    taken,
    says,
    async enqueue(intent) {
      const { says } = this;
      if (says === 'fails') throw new Error('No room.');
      if (says === 'says-nothing') return new Promise(() => {});
      taken.push(intent);
      return says;
    },
    watchReceipt: () => undefined,
    saveDraft: async () => ({ where: 'memory' }),
    loadDraft: async () => null,
  };
}

/** Draws one named state as a page would. What is drawn in a test goes after it; a given box keeps it. */
export async function drawEscalation(
  box: HTMLElement,
  state: EscalationState,
  port: FixturePort | null = portSaying(state.port ?? null),
  tag = 'ehch-escalation-button',
): Promise<EscalationButton> {
  const provider = document.createElement('ehch-provider');
  provider.clock = () => NOW;
  provider.place = state.place === undefined ? ESCALATION_PLACE : state.place;
  provider.actions = port;
  const element = document.createElement(tag) as EscalationButton;
  element.author = state.author === null ? null : { name: 'Sam Okafor', role: 'carer' };
  element.view = state.view;
  element.unlisted = state.unlisted ?? null;
  provider.append(element);
  box.append(provider);
  if (box === document.body) drawn.add(provider);
  await settled(element);
  for (const action of state.press ?? []) await pressOn(element, action);
  if (state.thread !== undefined && state.view !== null && port !== null) {
    element.view = withThread(state.view, state.thread, port.taken);
    await settled(element);
  }
  if (state.later !== undefined && port !== null) {
    port.says = state.later.port;
    for (const action of state.later.press) await pressOn(element, action);
  }
  if (state.next !== undefined) {
    element.view = state.next;
    await settled(element);
  }
  return element;
}

/** Presses the control that does this: a button, or a tick box as a person would tick it. */
export async function pressOn(element: EscalationButton, action: EscalationButtonPress): Promise<void> {
  const all = [...element.renderRoot.querySelectorAll<HTMLElement>(`[data-press=${action.kind}]`)];
  const wanted = JSON.stringify(action);
  const button = all.find((one) => JSON.stringify(escalationPresses.actionAt(one)) === wanted);
  const name = 'sign' in action ? action.sign : 'flag' in action ? action.flag : 'worry';
  const box = all
    .map((one) => one.querySelector<HTMLInputElement>(`input[name="${name}"]`))
    .find((one) => one !== null);
  const control = button ?? box;
  if (!control) throw new Error(`There is nothing to press: ${wanted}`);
  control.click();
  await settled(element);
}

/** Types into the field with this label, as a person does. */
export async function typeInto(element: EscalationButton, label: string, text: string): Promise<void> {
  const field = [...element.renderRoot.querySelectorAll('label')]
    .find((one) => one.textContent?.trim().startsWith(label))
    ?.querySelector<HTMLInputElement>('input, textarea');
  if (!field) throw new Error(`No field: ${label}`);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await settled(element);
}

/** All that the component shows. */
export function said(element: EscalationButton): string {
  return shownText(element.renderRoot);
}

/** When the port has answered and everything is drawn. */
export async function settled(element: EscalationButton): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    await element.updateComplete;
  }
}

/** The record once it has the thread of the press. */
function withThread(
  view: ResidentView,
  part: Partial<Thread>,
  [intent]: readonly CareIntent[],
): ResidentView {
  if (intent?.what.kind !== 'thread-entry') throw new Error('Nothing was sent.');
  const { entry } = intent.what;
  const press = { entry: entry.id, by: entry.by, at: entry.pressedAt };
  const thread: Thread = {
    id: entry.id,
    kind: 'worry',
    about: entry.about,
    linkedFrom: [],
    raised: {
      ...press,
      words: '',
      signs: ['worry'],
      since: '',
      observations: null,
      askedBy: { kind: 'presser' },
    },
    alsoRaised: [],
    urgency: 'same-day',
    askedAt: entry.pressedAt,
    seen: null,
    taken: null,
    questions: [],
    answered: null,
    promisedBefore: null,
    turn: null,
    inHospital: null,
    ending: { state: 'open' },
    entries: [entry],
    without: [],
    missing: [],
    disputed: [],
    foreign: 0,
    ...part,
  };
  const matter: OpenMatter = {
    ...rec(entry.pressedAt, 'Rowan Court'),
    kind: 'worry',
    text: 'I am worried',
    urgency: 'urgent',
    owner: null,
    due: null,
    progress: { state: 'sent' },
    thread,
  };
  return { ...view, sections: { ...view.sections, open: recorded([matter]) } };
}
