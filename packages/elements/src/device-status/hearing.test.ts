import { expect } from '@open-wc/testing';
import type { DeviceStatus, WaitingForPerson } from '@ehch/clinical';
import { drawDevice, pressOn, settled } from '../../test/draw-device.ts';
import { holdTimers } from '../../test/held-timers.ts';
import { shownText } from '../../test/shown-text.ts';
import { deviceOf, states, WELL } from './device-status.fixtures.ts';
import { CONFLICT } from './waiting.fixtures.ts';

const WAITS: DeviceStatus = { ...WELL, unsent: { total: 1, escalations: 0 }, waitingForPerson: 1 };
const WORRY: DeviceStatus = { ...WELL, unsent: { total: 1, escalations: 1 } };

async function drawn(status: DeviceStatus | null, waiting: readonly WaitingForPerson[] = []) {
  const device = deviceOf({ status, waiting });
  const element = await drawDevice(document.body, { status, waiting }, device);
  const spoken = (role: string) =>
    element.renderRoot.querySelector(`.spoken[role=${role}]`)?.textContent.trim() ?? '';
  return { element, device, spoken, text: () => shownText(element.renderRoot) };
}

/** A list that comes when the test says so. */
function held() {
  let give: (items: readonly WaitingForPerson[]) => void = () => undefined;
  const list = new Promise<readonly WaitingForPerson[]>((resolve) => (give = resolve));
  return { list, give };
}

describe('what a device says late', () => {
  it('is not shown once the page has another device', async () => {
    const { element, device, text } = await drawn(WELL);
    const { list, give } = held();
    device.waiting = () => list;
    device.say(WAITS);
    await settled(element);
    element.device = deviceOf({ status: { ...WELL, server: 'none', sends: 'no-server' } });
    await settled(element);
    device.say(WORRY);
    give([CONFLICT]);
    await settled(element);
    expect(text()).to.equal('Nothing leaves this PC.');
  });

  it('is not shown once it is locked, and nothing that was open stays', async () => {
    const { element, device, text } = await drawn(WAITS, [CONFLICT]);
    await pressOn(element, { kind: 'open', intent: CONFLICT.intent });
    const { list, give } = held();
    device.waiting = () => list;
    device.say({ ...WAITS });
    await settled(element);
    device.say({ ...WAITS, lock: 'locked' });
    await settled(element);
    give([CONFLICT]);
    await settled(element);
    expect(text()).not.to.match(/Care plan|Hoist|Grace/);
    device.waiting = () => Promise.resolve([CONFLICT]);
    device.say({ ...WAITS });
    await settled(element);
    expect(element.renderRoot.querySelectorAll('.opened').length).to.equal(0);
  });

  it('goes by the last list that was asked for, not by the last that came', async () => {
    const { element, device, text } = await drawn(WELL);
    const early = held();
    device.waiting = () => early.list;
    device.say(WAITS);
    await settled(element);
    device.waiting = () => Promise.resolve([{ ...CONFLICT, title: 'The newer list' }]);
    device.say({ ...WAITS });
    await settled(element);
    early.give([{ ...CONFLICT, title: 'The older list' }]);
    await settled(element);
    expect(text()).to.contain('The newer list');
    expect(text()).not.to.contain('The older list');
  });

  it('says nothing of before when the page took the device away', async () => {
    const { element, text } = await drawn(WORRY);
    element.closest('ehch-provider')?.remove();
    document.body.append(element);
    await settled(element);
    expect(text()).to.equal('This page does not say what is sent.');
    element.remove();
  });

  it('breaks nothing where the device itself breaks its promise', async () => {
    const { element, text } = await drawn(WELL);
    element.device = {
      ...deviceOf({}),
      watchStatus: () => {
        throw new Error('broken');
      },
    };
    await settled(element);
    expect(text()).to.contain('Not known whether everything is sent.');
  });
});

describe('an engine that was lost', () => {
  it('takes a worry that was unsent before for unsent', async () => {
    const { element, device, text } = await drawn(WORRY);
    device.say(null);
    await settled(element);
    expect(text()).to.match(/^When last known: 1 worry from this PC has NOT been sent\. Ring /);
    device.say(WELL);
    await settled(element);
    expect(text()).to.equal('All that was signed is sent. Server answered.');
  });
});

describe('pressing "try now" and the first load', () => {
  it('asks once, says that it tries, and says why nothing came of it', async () => {
    const { element, device, text } = await drawn({ ...WELL, server: 'unreachable' });
    let fail: (error: unknown) => void = () => undefined;
    let tries = 0;
    device.tryNow = () => {
      tries += 1;
      return new Promise((_, reject) => (fail = reject));
    };
    await pressOn(element, { kind: 'try-now' });
    await pressOn(element, { kind: 'try-now' });
    expect(tries).to.equal(1);
    expect(text()).to.contain('Trying');
    fail(Object.assign(new Error(), { name: 'EhchError', code: 'unreachable' }));
    await settled(element);
    expect(text()).to.contain('Not done: no connection. Try now');
  });

  it('stops a first load and goes on with it', async () => {
    const { element, device } = await drawn(states['loading']?.status ?? null);
    await pressOn(element, { kind: 'load', go: false });
    device.say(states['loading-stopped']?.status ?? null);
    await settled(element);
    await pressOn(element, { kind: 'load', go: true });
    expect(device.asked).to.deep.equal(['load false', 'load true']);
  });
});

describe('the live regions', () => {
  it('say a change once, after a pause, and the progress of a load never', async () => {
    const { element, device, spoken } = await drawn(WELL);
    const timers = holdTimers(1000);
    device.say({ ...WELL, server: 'unreachable', unsent: { total: 1, escalations: 0 } });
    await settled(element);
    expect(spoken('status')).to.equal('');
    timers.release();
    await settled(element);
    const said = spoken('status');
    expect(said).to.contain('Saved on this device, not sent: 1 piece of work.');
    const again = holdTimers(1000);
    const loading = { done: 1, of: 30, state: 'running', secondsLeft: null } as const;
    device.say({ ...WELL, server: 'unreachable', unsent: { total: 1, escalations: 0 }, loading });
    await settled(element);
    again.release();
    await settled(element);
    expect(spoken('status')).to.equal(said);
  });

  it('alert to an unsent worry, also when it was there before, and not to one that was sent within the pause', async () => {
    const timers = holdTimers(1000);
    const { element, device, spoken } = await drawn(WORRY);
    device.say(WELL);
    await settled(element);
    timers.release();
    await settled(element);
    expect(spoken('alert')).to.equal('');
    const again = holdTimers(1000);
    device.say(WORRY);
    await settled(element);
    again.release();
    await settled(element);
    expect(spoken('alert')).to.equal('1 worry from this PC has NOT been sent.');
  });
});
