import { expect } from '@open-wc/testing';
import type { Decision } from '@ehch/clinical';
import { controlOf, drawDevice, pressOn, settled } from '../../test/draw-device.ts';
import { pressKeys } from '../../test/keys.ts';
import { shownText } from '../../test/shown-text.ts';
import type { DeviceState } from './device-status.fixtures.ts';
import { deviceOf, states, WELL } from './device-status.fixtures.ts';
import type { DeviceStatusElement } from './device-status.ts';
import { CONFLICT, HELD, OF_NOBODY, REJECTED, UNREADABLE } from './waiting.fixtures.ts';
import { EhchShowResidentEvent } from './index.ts';

function stateOf(name: string): DeviceState {
  const state = states[name];
  if (state === undefined) throw new Error(name);
  return state;
}

async function drawn(name: string, change: Partial<DeviceState> = {}) {
  const state = { ...stateOf(name), ...change };
  const device = deviceOf(state);
  const element = await drawDevice(document.body, state, device);
  return { element, device, text: () => shownText(element.renderRoot) };
}

const focused = (element: DeviceStatusElement) => element.shadowRoot?.activeElement ?? null;

const ofOne = (n: number) => ({ ...WELL, unsent: { total: n, escalations: 0 }, waitingForPerson: n });

describe('what waits for a person', () => {
  it('shows each field as it was, as it was written here and as the server has it, with who and when', async () => {
    const { text } = await drawn('conflict');
    expect(text()).to.match(
      /Written .*21-Nov-2026 09:40 by Grace Mensah, nurse\. Changed on the server .*21-Nov-2026 10:42 by Dr P\. Adeyemi, GP\./,
    );
    expect(text()).to.match(
      /Transfers Before One person Written here Two people, and the standing hoist in the evening On the server now Hoist for all transfers/,
    );
    expect(text()).to.match(
      /Note for staff Before Nothing was there Written here Right knee .* On the server now Nothing is there/,
    );
  });

  it('tells what the other side alone has changed without saying that anybody here took it out', async () => {
    const theirs = { mine: null, theirs: 'entered-in-error', isTheirsAlone: true } as const;
    const fields = [
      { label: 'Status', before: 'active', ...theirs },
      { label: 'Note', before: null, ...theirs },
    ];
    const { text } = await drawn('conflict', { waiting: [{ ...CONFLICT, fields }] });
    const alone = 'Changed on the server alone. It stays so, whatever you decide.';
    expect(text()).to.contain(`Status ${alone} Before active On the server now entered-in-error`);
    expect(text()).to.contain(`Note ${alone} On the server now entered-in-error`);
    expect(text()).not.to.contain('Taken out');
  });

  it('tells what would be added, and never that the server has nothing of its kind', async () => {
    const fields = [
      {
        label: 'Decision',
        before: null,
        mine: 'CPR may be attempted',
        theirs: null,
        isMineAlone: true as const,
      },
      { label: 'Status', before: 'active', mine: 'inactive', theirs: 'inactive', choice: 'whole' },
    ];
    const { text } = await drawn('conflict', { waiting: [{ ...CONFLICT, fields }] });
    const alone = 'New. It is added if you take what was written here.';
    expect(text()).to.contain(`Decision ${alone} Written here CPR may be attempted`);
    expect(text()).not.to.contain('Nothing is there');
  });

  it('chooses nothing beforehand, and lets everything wait', async () => {
    for (const name of ['conflict', 'rejected', 'held', 'unreadable', 'conflict-not-shown']) {
      const { element, device } = await drawn(name);
      const { renderRoot } = element;
      expect(
        renderRoot.querySelectorAll('input, [aria-pressed=true], [aria-checked=true], .primary').length,
      ).to.equal(0);
      await pressOn(element, { kind: 'later' });
      expect(device.asked).to.deep.equal([]);
      expect(renderRoot.querySelectorAll('.opened').length, name).to.equal(0);
    }
  });

  it('hands over each decision as it was pressed', async () => {
    const cases: readonly (readonly [string, 'mine' | 'theirs' | 'try-again', string])[] = [
      ['conflict', 'mine', '01'],
      ['conflict', 'theirs', '01'],
      ['conflict-not-shown', 'try-again', '01'],
      ['rejected', 'try-again', '02'],
      ['held', 'try-again', '03'],
    ];
    for (const [name, as, intent] of cases) {
      const { element, device, text } = await drawn(name);
      await pressOn(element, { kind: 'decide', as });
      const decision: Decision = { kind: as };
      expect(device.asked).to.deep.equal([`decide ${intent} ${JSON.stringify(decision)}`]);
      expect(text()).to.contain(
        as === 'theirs'
          ? 'The server’s version stays. What was written here is NOT sent.'
          : 'Decided. It counts as sent only when the server has answered.',
      );
    }
  });

  it('lets a person take over what can be read, and nothing that cannot', async () => {
    const { element, device } = await drawn('from-before-sign-in');
    await pressOn(element, { kind: 'decide', as: 'take-over' });
    expect(device.asked).to.deep.equal(['decide 05 {"kind":"take-over"}']);
    const blind = await drawn('from-before-sign-in', { waiting: [{ ...OF_NOBODY, fields: [] }] });
    expect(() => controlOf(blind.element, { kind: 'decide', as: 'take-over' })).to.throw();
    expect(blind.text()).to.contain('Give it up');
  });

  it('offers neither version where both cannot be shown, and no sending of what cannot be read', async () => {
    const blind = await drawn('conflict-not-shown');
    expect(blind.text()).to.contain('What differs cannot be shown here.');
    expect(() => controlOf(blind.element, { kind: 'decide', as: 'mine' })).to.throw();
    expect(() => controlOf(blind.element, { kind: 'decide', as: 'theirs' })).to.throw();
    const unreadable = await drawn('unreadable');
    expect(unreadable.element.renderRoot.querySelectorAll('[data-press=decide]').length).to.equal(0);
  });

  it('gives nothing up without a reason, and asks for it with the keyboard in the field', async () => {
    const { element, device, text } = await drawn('held');
    controlOf(element, { kind: 'give-up' }).focus();
    await pressOn(element, { kind: 'give-up' });
    expect(focused(element)?.localName).to.equal('textarea');
    await pressKeys('Space', 'Space');
    await pressOn(element, { kind: 'discard' });
    expect(device.asked).to.deep.equal([]);
    expect(text()).to.contain('Write a reason first.');
    expect(focused(element)?.localName).to.equal('textarea');
    await pressKeys('5');
    await pressOn(element, { kind: 'discard' });
    expect(device.asked).to.deep.equal(['decide 03 {"kind":"discard","why":"5"}']);
  });

  it('says that a decision was not taken, or is not known to be, and keeps it open', async () => {
    const { element, device, text } = await drawn('rejected', { manner: 'refusing' });
    await pressOn(element, { kind: 'decide', as: 'try-again' });
    expect(text()).to.contain('Not done: no connection. It still waits.');
    expect(element.renderRoot.querySelectorAll('.opened').length).to.be.at.least(1);
    device.decide = () => Promise.reject(Object.assign(new Error(), { name: 'EhchError', code: 'timeout' }));
    await pressOn(element, { kind: 'decide', as: 'try-again' });
    expect(text()).to.contain('Not known to be done: no answer in time.');
    expect(text()).not.to.contain('It still waits.');
  });

  it('takes one decision, however often it is pressed before the answer', async () => {
    const { element, device } = await drawn('conflict', { manner: 'silent' });
    await pressOn(element, { kind: 'decide', as: 'mine' });
    await pressOn(element, { kind: 'decide', as: 'mine' });
    await pressOn(element, { kind: 'decide', as: 'theirs' });
    expect(device.asked).to.have.length(1);
  });

  it('takes no second click of a double click for another decision', async () => {
    const { element, device } = await drawn('waiting');
    const click = (on: HTMLElement, detail: number) =>
      on.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail }));
    click(controlOf(element, { kind: 'open', intent: CONFLICT.intent }), 1);
    await settled(element);
    click(controlOf(element, { kind: 'decide', as: 'mine' }), 2);
    await settled(element);
    expect(device.asked).to.deep.equal([]);
  });

  it('lets nobody decide on a version that changed while it was on screen', async () => {
    const { element, device, text } = await drawn('conflict');
    const [first] = CONFLICT.fields;
    if (first === undefined) throw new Error('There is no field.');
    const newer = { ...CONFLICT, fields: [{ ...first, theirs: 'Bed rest' }] };
    const stale = controlOf(element, { kind: 'decide', as: 'mine' });
    device.waiting = () => Promise.resolve([newer]);
    device.say(ofOne(1));
    await settled(element);
    stale.click();
    expect(device.asked).to.deep.equal([]);
    expect(text()).to.contain('It changed while you were looking at it.');
    expect(text()).to.contain('Hoist for all transfers');
    await pressOn(element, { kind: 'show-newest' });
    expect(text()).to.contain('Bed rest');
    await pressOn(element, { kind: 'decide', as: 'mine' });
    expect(device.asked).to.have.length(1);
  });

  it('shows what the server said, word for word', async () => {
    const { text } = await drawn('rejected');
    for (const words of REJECTED.words) expect(text()).to.contain(words);
  });

  it('asks again where the list could not be read, and says how many are missing', async () => {
    const { element, device, text } = await drawn('list-lost');
    device.waiting = () => Promise.resolve([CONFLICT, HELD]);
    await pressOn(element, { kind: 'ask-again' });
    expect(text()).to.contain('Only 2 of 4 could be read.');
  });
});

describe('copying what waits', () => {
  const clipboard = (write: () => Promise<void>) =>
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: write }, configurable: true });
  afterEach(() => Reflect.deleteProperty(navigator, 'clipboard'));

  it('notes it in the audit first, and copies nothing where that fails', async () => {
    const order: string[] = [];
    clipboard(() => Promise.resolve(void order.push('copied')));
    const { element, device, text } = await drawn('held');
    device.noteCopy = () => Promise.resolve(void order.push('noted'));
    await pressOn(element, { kind: 'copy' });
    expect(order).to.deep.equal(['noted', 'copied']);
    device.noteCopy = () => Promise.reject(new Error('full'));
    await pressOn(element, { kind: 'copy' });
    expect(order).to.have.length(2);
    expect(text()).to.contain('Not copied: it could not be noted.');
  });

  it('gives the text to copy by hand where the browser copies nothing, marked as not sent', async () => {
    clipboard(() => Promise.reject(new Error('not allowed')));
    const { element } = await drawn('held');
    await pressOn(element, { kind: 'copy' });
    const text = element.renderRoot.querySelector<HTMLTextAreaElement>('.copy')?.value;
    expect(text).to.equal(
      [
        'Weight: may not be sent any more. NOT SENT.',
        'Written 20-Nov-2026 16:05 by Tomasz Nowak, carer.',
        'The server said: Sharing with this home was withdrawn.',
        'Weight',
        '  Before: 52.4 kg',
        '  Written here: 48.2 kg',
        `Reference ${HELD.intent}`,
      ].join('\n'),
    );
  });
});

describe('the resident of what waits', () => {
  it('is shown by the page, which is asked by an opaque id', async () => {
    const { element, text } = await drawn('conflict');
    const asked: string[] = [];
    const listen = (event: EhchShowResidentEvent) => {
      asked.push(event.resident);
      event.preventDefault();
    };
    document.body.addEventListener('ehch-show-resident', listen);
    await pressOn(element, { kind: 'show-resident' });
    document.body.removeEventListener('ehch-show-resident', listen);
    expect(asked).to.deep.equal(['resident-1']);
    await pressOn(element, { kind: 'show-resident' });
    expect(text()).to.contain('This page cannot show the resident from here.');
  });

  it('has no button where it is not known', async () => {
    const { element } = await drawn('unreadable');
    expect(UNREADABLE.resident).to.equal(null);
    expect(element.renderRoot.querySelectorAll('[data-press=show-resident]').length).to.equal(0);
  });
});

describe('the keyboard', () => {
  it('goes to the row that was decided, and to the status when nothing waits any more', async () => {
    const { element, device } = await drawn('conflict');
    controlOf(element, { kind: 'decide', as: 'mine' }).focus();
    await pressOn(element, { kind: 'decide', as: 'mine' });
    expect(focused(element)?.closest<HTMLElement>('[data-intent]')?.dataset['intent']).to.equal(
      CONFLICT.intent,
    );
    device.waiting = () => Promise.resolve([REJECTED]);
    device.say(ofOne(1));
    await settled(element);
    expect(focused(element)?.id).to.equal('waiting');
    device.say(WELL);
    await settled(element);
    expect(focused(element)?.className).to.contain('headline');
  });

  it('stays with whoever has it elsewhere on the page', async () => {
    const { element, device } = await drawn('conflict');
    const field = document.createElement('input');
    document.body.append(field);
    await pressOn(element, { kind: 'decide', as: 'mine' });
    field.focus();
    device.say({ ...WELL, unsent: { total: 1, escalations: 1 } });
    await settled(element);
    expect(document.activeElement === field).to.equal(true);
    field.remove();
  });

  it('opens, decides and reaches each button in order', async () => {
    const { element } = await drawn('waiting');
    controlOf(element, { kind: 'open', intent: CONFLICT.intent }).focus();
    await pressKeys('Enter');
    await settled(element);
    const reached: (string | null | undefined)[] = [];
    for (let at = 0; at < 5; at += 1) {
      await pressKeys('Tab');
      reached.push(focused(element)?.textContent.trim());
    }
    expect(reached).to.deep.equal([
      'Send what was written here',
      'Keep what the server has',
      'Decide later',
      'Copy as text',
      'Show the resident',
    ]);
  });
});
