import type { DeviceStatus } from '@ehch/clinical';
import { expect } from '@open-wc/testing';
import { drawCarePlan, planPortSaying, settled, takeStep } from '../../test/draw-care-plan.ts';
import { Connection } from './connection.ts';
import { editStates, full } from './care-plan.fixtures.ts';

const asksToStay = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));

/** A device whose status a test tells, to whoever still listens. */
function deviceToTell() {
  const heard: { onStatus: (status: DeviceStatus) => void; signal: { readonly aborted: boolean } }[] = [];
  return {
    device: {
      watchStatus: (onStatus: (status: DeviceStatus) => void, signal: { readonly aborted: boolean }) =>
        void heard.push({ onStatus, signal }),
    } as never,
    heard,
    say: (server: DeviceStatus['server']) => heard.at(-1)?.onStatus({ server } as DeviceStatus),
  };
}

describe('a care plan that leaves the page', () => {
  it('holds nobody back who closes the page, and does once it is there again', async () => {
    const card = await drawCarePlan(document.body, editStates.writing);
    expect(asksToStay()).to.equal(true);
    const place = card.parentElement;
    card.remove();
    expect(asksToStay()).to.equal(false);
    place?.append(card);
    await settled(card);
    await takeStep(card, { press: 'close' });
    expect(asksToStay()).to.equal(false);
  });

  it('lets go of a copy that somebody was getting ready: the next place may be another resident’s', async () => {
    const card = await drawCarePlan(document.body, {
      view: full,
      steps: [{ press: 'open-copy', with: { isOpen: true } }],
    });
    const isOpen = () => card.renderRoot.querySelectorAll('[data-press=copy-for]').length > 0;
    expect(isOpen()).to.equal(true);
    const place = card.parentElement;
    card.remove();
    place?.append(card);
    card.requestUpdate();
    await settled(card);
    expect(isOpen()).to.equal(false);
  });
});

describe('a care plan that moves to a part of the page with another provider', () => {
  it('follows the former device no more, and hands nothing to the former port', async () => {
    const card = await drawCarePlan(document.body, editStates['to-change']);
    const { device, heard } = deviceToTell();
    const provider = card.closest('ehch-provider');
    if (provider === null) throw new Error('No provider.');
    provider.device = device;
    await provider.updateComplete;
    await settled(card);
    expect(heard.map(({ signal }) => signal.aborted)).to.deep.equal([false]);
    card.remove();
    expect(heard.map(({ signal }) => signal.aborted)).to.deep.equal([true]);
    document.body.append(card);
    await settled(card);
    expect(card.renderRoot.querySelectorAll('[data-press=change-plan]').length).to.equal(0);
    card.remove();
  });
});

describe('a care plan whose page gives it another port', () => {
  it('hears no more of what the former one was handed, once all of that is sent', async () => {
    const signals: { readonly aborted: boolean }[] = [];
    const port = planPortSaying({ state: 'sent', at: '2026-11-21T14:20:00Z' });
    port.watchReceipt = (_intent, _onReceipt, signal) => void signals.push(signal);
    const card = await drawCarePlan(document.body, editStates.writing, port);
    await takeStep(card, { press: 'save' });
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([false]);
    const provider = card.closest('ehch-provider');
    if (provider === null) throw new Error('No provider.');
    provider.actions = planPortSaying({ state: 'sent', at: '2026-11-21T14:20:00Z' });
    await provider.updateComplete;
    await settled(card);
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true]);
  });
});

describe('whether a server answers', () => {
  it('is known from the device, and not before it has said so', () => {
    const told: boolean[] = [];
    const connection = new Connection((isOnline) => told.push(isOnline));
    const { device, say } = deviceToTell();
    connection.follow(device);
    expect(connection.isOnline).to.equal(false);
    say('answers');
    say('unreachable');
    say('none');
    expect(told).to.deep.equal([true, false, true]);
  });

  it('is asked of another device anew, and a former one is not heard any more', () => {
    const told: boolean[] = [];
    const connection = new Connection((isOnline) => told.push(isOnline));
    const [former, next] = [deviceToTell(), deviceToTell()];
    connection.follow(former.device);
    former.say('answers');
    connection.follow(next.device);
    expect(connection.isOnline).to.equal(false);
    expect(former.heard[0]?.signal.aborted).to.equal(true);
    former.say('answers');
    expect([told, connection.isOnline]).to.deep.equal([[true], false]);
    connection.follow(next.device);
    expect(next.heard, 'asked once').to.have.length(1);
  });

  it('is heard of from the browser where there is no device, for as long as the card is there', () => {
    const told: boolean[] = [];
    const connection = new Connection((isOnline) => told.push(isOnline));
    connection.listen();
    for (const kind of ['online', 'offline']) dispatchEvent(new Event(kind));
    expect(told).to.have.length(2);
    expect(connection.isOnline).to.equal(navigator.onLine);
    const { device, heard } = deviceToTell();
    connection.follow(device);
    connection.stop();
    for (const kind of ['online', 'offline']) dispatchEvent(new Event(kind));
    expect(told).to.have.length(2);
    expect(heard[0]?.signal.aborted).to.equal(true);
  });
});
