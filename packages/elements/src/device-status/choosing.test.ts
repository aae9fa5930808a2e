import { expect } from '@open-wc/testing';
import { controlOf, drawDevice, pressOn, settled } from '../../test/draw-device.ts';
import { pressKeys } from '../../test/keys.ts';
import { shownText } from '../../test/shown-text.ts';
import { deviceOf, states } from './device-status.fixtures.ts';

async function drawn(name: string) {
  const state = states[name];
  if (state === undefined) throw new Error(name);
  const device = deviceOf(state);
  const element = await drawDevice(document.body, state, device);
  return { element, device, text: () => shownText(element.renderRoot) };
}

const PHONE = 'telecom[phone|mobile|]';
const ADDRESS = 'address[home|]';

describe('a choice for each field', () => {
  it('preselects nothing, and offers no version as a whole', async () => {
    const { element } = await drawn('conflict-by-field');
    const radios = [...element.renderRoot.querySelectorAll<HTMLInputElement>('input[type=radio]')];
    expect(radios).to.have.length(6);
    expect(radios.filter(({ checked }) => checked)).to.deep.equal([]);
    expect(element.renderRoot.querySelectorAll('[data-press=decide]').length).to.equal(0);
  });

  it('decides nothing before every field is chosen, and puts the keyboard where a choice is missing', async () => {
    const { element, device, text } = await drawn('conflict-by-field');
    await pressOn(element, { kind: 'take', choice: PHONE, side: 'mine' });
    controlOf(element, { kind: 'decide-each' }).focus();
    await pressOn(element, { kind: 'decide-each' });
    expect(device.asked).to.deep.equal([]);
    expect(text()).to.contain('Choose for each field first. Nothing was decided.');
    const focused = element.shadowRoot?.activeElement;
    expect(focused?.getAttribute('name')).to.equal(ADDRESS);
    expect(focused?.getAttribute('aria-describedby')).to.equal('take-missing');
  });

  it('hands every choice over as it was made last', async () => {
    const { element, device } = await drawn('conflict-by-field');
    await pressOn(element, { kind: 'take', choice: PHONE, side: 'mine' });
    await pressOn(element, { kind: 'take', choice: ADDRESS, side: 'mine' });
    await pressOn(element, { kind: 'take', choice: ADDRESS, side: 'theirs' });
    await pressOn(element, { kind: 'take', choice: 'photo', side: 'mine' });
    await pressOn(element, { kind: 'decide-each' });
    expect(device.asked).to.deep.equal([
      `decide 05 {"kind":"each","take":{"${PHONE}":"mine","${ADDRESS}":"theirs","photo":"mine"}}`,
    ]);
  });

  it('forgets what was chosen once it is closed', async () => {
    const { element } = await drawn('conflict-by-field');
    await pressOn(element, { kind: 'take', choice: PHONE, side: 'mine' });
    await pressOn(element, { kind: 'later' });
    await pressOn(element, { kind: 'open' });
    expect(element.renderRoot.querySelectorAll(':checked').length).to.equal(0);
  });

  it('is made with the keyboard as with the mouse', async () => {
    const { element, device } = await drawn('conflict-by-field');
    controlOf(element, { kind: 'take', choice: PHONE, side: 'mine' }).focus();
    // A space chooses what has the focus, and an arrow the other one of the same field.
    for (const key of ['Space', 'ArrowDown', 'Tab', 'Space', 'Tab', 'Space', 'Tab', 'Enter']) {
      await pressKeys(key);
      await settled(element);
    }
    expect(device.asked).to.deep.equal([
      `decide 05 {"kind":"each","take":{"${PHONE}":"theirs","${ADDRESS}":"mine","photo":"mine"}}`,
    ]);
  });

  it('shows what somebody else alone has changed, and offers no choice of it', async () => {
    const { text } = await drawn('conflict-by-field');
    expect(text()).to.match(
      /GP practice Changed on the server alone\. It stays so, whatever you decide\. Before Long Lane Surgery On the server now Park Road Surgery Decide as chosen/,
    );
  });

  it('marks what has no words of ours', async () => {
    const { text } = await drawn('conflict-by-field');
    expect(text()).to.match(/photo\.url \(as recorded\) Before Nothing was there/);
    expect(text()).not.to.match(/Telephone \(mobile\) \(as recorded\)/);
  });
});

describe('what is taken whole', () => {
  it('says so, and has one choice for all of its fields', async () => {
    const { element, device, text } = await drawn('conflict-whole');
    expect(text()).to.contain('These belong together, so one version is taken whole.');
    expect(element.renderRoot.querySelectorAll('input').length).to.equal(0);
    await pressOn(element, { kind: 'decide', as: 'mine' });
    expect(device.asked).to.deep.equal(['decide 06 {"kind":"mine"}']);
  });

  it('is not sent to a record that is gone', async () => {
    const { element, text } = await drawn('conflict-deleted');
    expect(text()).to.contain('The record was deleted on the server.');
    expect(text()).to.match(
      /Note Written here Weigh before breakfast\. Leave it deletedDecide laterCopy as text/,
    );
    expect(() => controlOf(element, { kind: 'decide', as: 'mine' })).to.throw();
  });
});
