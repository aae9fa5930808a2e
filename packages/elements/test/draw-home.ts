import '../src/index.ts';
import { PLACE, NOW } from '../src/resident-summary/resident-summary.fixtures.ts';
import { linkingPresses } from '../src/linking/linking-press.ts';
import { linkingOf } from '../src/linking/linking.fixtures.ts';
import type { LinkingState } from '../src/linking/linking.fixtures.ts';
import type { LinkingElement } from '../src/linking/index.ts';
import { homePresses } from '../src/local-home/local-home-press.ts';
import { actionsOf, homeOf } from '../src/local-home/local-home.fixtures.ts';
import type { LocalHomeState } from '../src/local-home/local-home.fixtures.ts';
import type { LocalHomeElement } from '../src/local-home/index.ts';
import { movingPresses } from '../src/moving/moving-press.ts';
import { movingOf } from '../src/moving/moving.fixtures.ts';
import type { MovingState } from '../src/moving/moving.fixtures.ts';
import type { MovingElement } from '../src/moving/index.ts';
import { settled } from './draw-device.ts';

type Drawn = LocalHomeElement | MovingElement | LinkingElement;
type Pressed = { readonly kind: string } & Readonly<Record<string, unknown>>;

const drawn = new Set<Element>();

afterEach(() => {
  for (const one of drawn) one.remove();
  drawn.clear();
});

async function put<E extends Drawn>(
  box: HTMLElement,
  element: E,
  actions?: ReturnType<typeof actionsOf>,
): Promise<E> {
  const provider = document.createElement('ehch-provider');
  provider.clock = () => NOW;
  provider.place = PLACE;
  if (actions !== undefined) provider.actions = actions;
  provider.append(element);
  box.append(provider);
  if (box === document.body) drawn.add(provider);
  await settled(element);
  return element;
}

/** Presses the first control that does this. @throws {Error} where there is none */
export async function pressOn(element: Drawn, { kind, ...more }: Pressed): Promise<void> {
  const presses =
    element.localName === 'ehch-moving'
      ? movingPresses
      : element.localName === 'ehch-linking'
        ? linkingPresses
        : homePresses;
  const does = (control: HTMLElement): boolean => {
    const action: Readonly<Record<string, unknown>> = { ...presses.actionAt(control) };
    return Object.entries(more).every(([name, value]) => action[name] === value);
  };
  const control = [...element.renderRoot.querySelectorAll<HTMLElement>(`[data-press=${kind}]`)].find(does);
  if (control === undefined) throw new Error(`There is nothing to press: ${kind}`);
  control.click();
  await settled(element);
}

/** Types into a field by its name. @throws {Error} where there is none */
export async function typeIn(element: Drawn, name: string, text: string): Promise<void> {
  const input = element.renderRoot.querySelector<HTMLInputElement>(`input[name="${name}"]`);
  if (input === null) throw new Error(`There is no field ${name}.`);
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await settled(element);
}

/** Draws one named state as a page would. What is drawn in a test goes after it; a given box keeps it. */
export async function drawLocalHome(
  box: HTMLElement,
  state: LocalHomeState,
  actions = actionsOf(state),
): Promise<LocalHomeElement> {
  const element = document.createElement('ehch-local-home');
  if (state.isWithout !== true) element.home = homeOf(state);
  await put(box, element, state.manner === 'read-only' ? undefined : actions);
  for (const action of state.press ?? []) await pressOn(element, action);
  for (const [name, text] of Object.entries(state.types ?? {})) await typeIn(element, name, text);
  for (const action of state.then ?? []) await pressOn(element, action);
  return element;
}

export async function drawMoving(
  box: HTMLElement,
  state: MovingState,
  moving = movingOf(state),
): Promise<MovingElement> {
  const element = document.createElement('ehch-moving');
  if (state.isWithout !== true) element.moving = moving;
  await put(box, element);
  if (state.hasFile === true) await chooseFile(element, 'sealed');
  for (const [name, text] of Object.entries(state.types ?? {})) await typeIn(element, name, text);
  for (const action of state.then ?? []) {
    if (action.kind === 'erase' && state.word !== undefined) await typeIn(element, 'erase', state.word);
    await pressOn(element, action);
  }
  return element;
}

/** Chooses a file with this text in it, as a person does. */
export async function chooseFile(element: MovingElement, text: string): Promise<void> {
  const input = element.renderRoot.querySelector<HTMLInputElement>('input[type=file]');
  const files = new DataTransfer();
  files.items.add(new File([text], 'care-home.ehch'));
  if (input === null) throw new Error('There is no field for a file.');
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  await settled(element);
}

export async function drawLinking(
  box: HTMLElement,
  state: LinkingState,
  linking = linkingOf(state),
): Promise<LinkingElement> {
  const element = document.createElement('ehch-linking');
  element.linking = linking;
  await put(box, element);
  for (const action of state.press ?? []) await pressOn(element, action);
  return element;
}
