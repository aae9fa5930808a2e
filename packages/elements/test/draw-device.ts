import type { LitElement } from 'lit';
import '../src/index.ts';
import { deviceOf } from '../src/device-status/device-status.fixtures.ts';
import type { DeviceState, FixtureDevice } from '../src/device-status/device-status.fixtures.ts';
import type { DeviceStatusElement } from '../src/device-status/index.ts';
import { NOW, PLACE } from '../src/resident-summary/resident-summary.fixtures.ts';
import { findPress } from './find-press.ts';
import type { Pressed } from './find-press.ts';

const drawn = new Set<Element>();

afterEach(() => {
  for (const one of drawn) one.remove();
  drawn.clear();
});

/** Draws one named state as a page would. What is drawn in a test goes after it; a given box keeps it. */
export async function drawDevice(
  box: HTMLElement,
  state: DeviceState,
  device: FixtureDevice = deviceOf(state),
): Promise<DeviceStatusElement> {
  const provider = document.createElement('ehch-provider');
  provider.clock = () => NOW;
  provider.place = PLACE;
  const element = document.createElement('ehch-device-status');
  if (state.bare === true) element.status = state.status;
  else provider.device = device;
  provider.append(element);
  box.append(provider);
  if (box === document.body) drawn.add(provider);
  await settled(element);
  for (const action of state.press ?? []) await pressOn(element, action);
  return element;
}

/** Presses the first control that does this. */
export async function pressOn(element: DeviceStatusElement, action: Pressed): Promise<void> {
  controlOf(element, action).click();
  await settled(element);
}

/** The first control that does this. @throws {Error} where there is none */
export function controlOf(element: DeviceStatusElement, action: Pressed): HTMLElement {
  const found = findPress(element.renderRoot, action);
  if (found === null) throw new Error(`There is nothing to press: ${JSON.stringify(action)}`);
  return found;
}

/** When the device has answered and everything is drawn. */
export async function settled(element: LitElement): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    await element.updateComplete;
  }
}
