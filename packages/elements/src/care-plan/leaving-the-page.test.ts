import { expect } from '@open-wc/testing';
import { deviceToTell } from '../../test/device-to-tell.ts';
import { drawCarePlan, planPortSaying, settled, takeStep } from '../../test/draw-care-plan.ts';
import { editStates, full } from './care-plan.fixtures.ts';

const asksToStay = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));

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
