import type { ResidentSource } from '@ehch/clinical';
import type { Looks } from '@ehch/clinical/thread';
import '../src/index.ts';
import '../src/escalations/settings/index.ts';
import { INBOX_PLACE, type EscalationsState } from '../src/escalations/escalations.fixtures.ts';
import { inboxPresses, type EscalationsPress } from '../src/escalations/escalations-press.ts';
import '../src/escalations/night/night-page.ts';
import { nightSource } from '../src/escalations/night-desk.ts';
import { Escalations } from '../src/escalations/index.ts';
import type { PartSource } from '../src/internal/part-source.ts';
import { settingsSource } from '../src/escalations/settings-part.ts';
import { NOW } from '../src/resident-summary/resident-summary.fixtures.ts';
import { portSaying, type FixturePort } from './draw-escalation.ts';
import { GivenParts, partThatNeverComes } from './late-part.ts';

const SENT = { state: 'sent', at: NOW } as const;
const drawn = new Set<Element>();
let cleared = Promise.withResolvers<Looks>();

afterEach(() => {
  for (const one of drawn) one.remove();
  drawn.clear();
  cleared.resolve({ looks: [], isWhole: false });
  cleared = Promise.withResolvers();
});

/** Lists on a page whose parts do not come. */
const LIST_WITHOUT = {
  'on-its-way': listWithout('on-its-way'),
  'not-to-be-had': listWithout('not-to-be-had'),
};

function listWithout(how: 'on-its-way' | 'not-to-be-had'): string {
  const tag = `test-list-parts-${how}`;
  const given = new GivenParts()
    .give(settingsSource, partThatNeverComes(how))
    .give(nightSource, partThatNeverComes(how));
  class ListWithoutParts extends Escalations {
    protected override partSource<Part>(usual: PartSource<Part>): PartSource<Part> {
      return given.of(usual);
    }
  }
  customElements.define(tag, ListWithoutParts);
  return tag;
}

/** Draws one named state as a page would. What is drawn in a test goes after it; a given box keeps it. */
export async function drawEscalations(
  box: HTMLElement,
  state: EscalationsState,
  port: FixturePort | null = portSaying(state.port === undefined ? SENT : state.port),
  tag = state.parts === undefined ? 'ehch-escalations' : LIST_WITHOUT[state.parts],
): Promise<Escalations> {
  const provider = document.createElement('ehch-provider');
  provider.clock = () => NOW;
  provider.place = INBOX_PLACE;
  provider.actions = port;
  const element = document.createElement(tag) as Escalations;
  element.author = state.author === null ? null : { name: 'Dr P. Adeyemi', role: 'GP' };
  if (state.side !== undefined) element.side = state.side;
  element.mayDecide = state.mayDecide === true;
  if (state.matters === undefined) element.view = state.view ?? null;
  else {
    element.homes = true;
    provider.source = sourceSaying(state.matters);
  }
  const { looks } = state;
  if (looks !== undefined)
    provider.source = {
      ...sourceSaying('no-source'),
      // Silent to the end of the test. Past that, a deadline would be told on the console of another one.
      lookedAt: async () => (looks === 'says-nothing' ? cleared.promise : looks),
    };
  provider.append(element);
  box.append(provider);
  if (box === document.body) drawn.add(provider);
  await shown(element);
  for (const action of state.press ?? []) await doPress(element, action);
  for (const [label, words] of Object.entries(state.typed ?? {}))
    await typeInto(element, new RegExp(label), words);
  if (state.next !== undefined) {
    element.view = state.next;
    await shown(element);
  }
  return element;
}

function sourceSaying(matters: Exclude<EscalationsState['matters'], undefined>): ResidentSource {
  const source = { watch: () => undefined, refresh: async () => undefined };
  if (matters === 'no-source') return source;
  return { ...source, watchMatters: (onMatters) => onMatters(matters) };
}

/** Presses the control that does this, as a person would. */
export async function doPress(element: Escalations, action: EscalationsPress): Promise<void> {
  const all = [...element.renderRoot.querySelectorAll<HTMLElement>(`[data-press=${action.kind}]`)];
  const control = all.find((one) => {
    const input = one.querySelector('input');
    if (input !== null) return isOf(one, action);
    return JSON.stringify(inboxPresses.actionAt(one)) === JSON.stringify(action);
  });
  if (control === undefined) throw new Error(`Nothing does ${JSON.stringify(action)}`);
  (control.querySelector('input') ?? control).click();
  await shown(element);
}

/** Tick boxes and radios have no action before they are used. They are found by their words. */
function isOf(label: HTMLElement, action: EscalationsPress): boolean {
  const text = label.textContent.replace(/\s+/g, ' ');
  switch (action.kind) {
    case 'choose-outcome':
      return { visit: /visit/, advice: /Advice/ }[action.outcome]?.test(text) === true;
    case 'tick-further':
      return text.includes(action.what);
    case 'set-target':
      return text.includes(`${action.low}–`);
    case 'set-state':
      return { set: /^ *(In|Something)/, ended: /^ *No/ }[action.state].test(text);
    case 'choose-resident':
      return true;
    case 'check':
      return text.includes(action.what === 'born' ? 'date of birth' : 'NHS number');
    default:
      return false;
  }
}

/** Types into the field with this label. */
export async function typeInto(element: Escalations, label: RegExp, text: string): Promise<void> {
  const field = [...element.renderRoot.querySelectorAll('label')].find((one) => label.test(one.textContent));
  const input = field?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
  if (!input) throw new Error(`No field ${label}`);
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await shown(element);
}

export async function shown(element: Escalations): Promise<void> {
  await element.updateComplete;
  // What is fetched by a press comes after a turn or two.
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    await element.updateComplete;
  }
}
