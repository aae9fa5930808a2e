import { expect } from '@open-wc/testing';
import { byHand, choose, notEnabled } from '../../../test/extension/plain-path-states.ts';
import type { SideMessage } from '../messages/side.ts';
import { createPanel } from './panel.ts';
import type { PanelState } from './panel-state.ts';

Object.assign(globalThis, { __CONTEXT_CHECK__: true, __DEMO__: true });

const NO_PATIENT: PanelState = { kind: 'no-patient', roster: { state: 'unread' } };
const bodies: HTMLElement[] = [];

function panel() {
  const body = document.createElement('div');
  const sent: SideMessage[] = [];
  bodies.push(body);
  document.body.append(body);
  const { draw } = createPanel(
    body,
    (message) => void sent.push(message),
    () => Promise.resolve(true),
  );
  draw(NO_PATIENT);
  const at = (selector: string) => {
    const found = body.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`There is no ${selector}`);
    return found;
  };
  const field = (name: string) => at(`[name=${name}]`) as HTMLInputElement;
  return {
    body,
    sent,
    draw,
    at,
    field,
    type: (name: string, text: string) => {
      field(name).value = text;
      field(name).dispatchEvent(new Event('input', { bubbles: true }));
    },
    find: () => at('[type=submit]').click(),
    alert: () => at('[role=alert]').innerText.replace(/\s+/g, ' ').trim(),
  };
}

/** A clipboard that counts how often it is read. */
let reads = 0;
let copied: () => Promise<string> = () => Promise.resolve('');
const settled = () => new Promise((resolve) => setTimeout(resolve, 10));

describe('finding a resident by hand', () => {
  before(() => {
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: {
        readText: () => {
          reads += 1;
          return copied();
        },
      },
    });
  });
  beforeEach(() => {
    reads = 0;
  });
  afterEach(() => {
    for (const body of bodies.splice(0)) body.remove();
  });
  after(() => {
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('reads the clipboard at a press and never by itself', async () => {
    copied = () => Promise.resolve('999 000 0018');
    const { at, draw, type, find, field } = panel();
    type('number', '1');
    find();
    draw({ kind: 'by-hand-nobody', why: 'number-not-on-list', roster: { state: 'unread' } });
    field('number').focus();
    window.dispatchEvent(new Event('focus'));
    await settled();
    expect(reads).to.equal(0);
    at('[data-press=take-copied]').click();
    await settled();
    expect(reads).to.equal(1);
    expect(field('number').value).to.equal('999 000 0018');
    expect(document.activeElement).to.equal(field('born'));
  });

  it('takes a date of birth with the number, and leaves what was typed where only one was copied', async () => {
    const { at, field, type } = panel();
    const take = async (text: string) => {
      copied = () => Promise.resolve(text);
      at('[data-press=take-copied]').click();
      await settled();
      return [field('number').value, field('born').value];
    };
    type('born', '14 7 1941');
    expect(await take('999 000 0018')).to.deep.equal(['999 000 0018', '14 7 1941']);
    expect(await take('999 000 0026\t02/02/1938')).to.deep.equal(['999 000 0026', '02/02/1938']);
    expect(document.activeElement).to.equal(at('[type=submit]'));
  });

  for (const [text, says] of [
    ['', /^Nothing is copied\./],
    ['Dear Doctor, about Mrs Ashworth', /^No number was copied\./],
    ['x'.repeat(5000), /^No number was copied\./],
    ['999 000 0018, 999 000 0026', /^More than one was copied\./],
    ['999 000 0019', /^One digit is wrong\./],
    ['QQ123456C', /^That is a National Insurance number\./],
  ] as const)
    it(`says in words why this is not taken, and keeps none of it: ${text.slice(0, 20) || 'nothing'}`, async () => {
      copied = () => Promise.resolve(text);
      const { at, alert, field, body, sent } = panel();
      at('[data-press=take-copied]').click();
      await settled();
      expect(alert()).to.match(says);
      expect(field('number').value + field('born').value).to.equal('');
      if (text !== '') expect(body.innerHTML).not.to.contain(text);
      expect(sent).to.deep.equal([]);
    });

  it('says that the browser refused', async () => {
    copied = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    const { at, alert } = panel();
    at('[data-press=take-copied]').click();
    await settled();
    expect(alert()).to.equal(
      'What was copied could not be read. The browser did not allow it. Type the number, or paste it into the field.',
    );
  });

  for (const [what, state] of [
    ['a page shows somebody', { kind: 'not-on-roster', roster: { state: 'unread' } }],
    ['the computer is locked', { kind: 'locked' }],
  ] as const)
    it(`takes nothing of a clipboard that answers only after ${what}`, async () => {
      let answer: (text: string) => void = () => undefined;
      copied = () => new Promise((resolve) => (answer = resolve));
      const { at, draw, field, alert } = panel();
      at('[data-press=take-copied]').click();
      draw(state);
      draw(NO_PATIENT);
      answer('999 000 0018, 14/07/1941');
      await settled();
      expect([field('number').value, field('born').value, alert()]).to.deep.equal(['', '', '']);
    });

  it('opens what is folded away where it is in the way', () => {
    const { type, find, at, field, alert } = panel();
    type('family', 'Ashworth');
    type('number', '999 000 0018');
    at('details').removeAttribute('open');
    find();
    expect(alert()).to.match(/Only one of these is needed\./);
    expect(at('details').hasAttribute('open')).to.equal(true);
    expect(document.activeElement).to.equal(field('family'));
  });

  for (const [typed, says, focused] of [
    [{}, /A number or a family name is missing\./, 'number'],
    [
      { number: '999 000 0018' },
      /The date of birth is missing\. A number or a name alone is not enough\./,
      'born',
    ],
    [{ number: '12', born: '14 7 1941' }, /That is no NHS number\./, 'number'],
    [{ number: '999 000 0019', born: '14 7 1941' }, /One digit is wrong\./, 'number'],
    [{ chi: '12', born: '14 7 1941' }, /That is no CHI number\./, 'chi'],
    [{ family: 'Ashworth', born: 'once' }, /could not be read\./, 'born'],
    [{ family: 'Ashworth', born: '14 7 41' }, /all four figures/, 'born'],
    [{ family: 'Ashworth', born: '31 2 1941' }, /There is no such day\./, 'born'],
    [{ family: 'Ashworth', number: '999 000 0018' }, /Only one of these is needed\./, 'family'],
  ] as const)
    it(`asks nobody and says what is missing: ${JSON.stringify(typed)}`, () => {
      const { type, find, sent, alert, at, field } = panel();
      at('details').setAttribute('open', '');
      for (const [name, text] of Object.entries(typed)) type(name, text);
      find();
      expect(alert()).to.match(says);
      expect(sent).to.deep.equal([]);
      expect(document.activeElement).to.equal(field(focused));
    });

  it('sends two identifiers to the vault, and keeps what was typed while nobody is found', () => {
    const { type, find, sent, draw, field, alert } = panel();
    type('number', '999 000 0018');
    type('born', '14071941');
    find();
    expect(sent).to.deep.equal([
      { kind: 'find-by-hand', identifiers: { by: 'nhs-number', number: '9990000018', born: '1941-07-14' } },
    ]);
    draw({ kind: 'by-hand-nobody', why: 'birth-date-differs', roster: { state: 'unread' } });
    expect(field('number').value).to.equal('999 000 0018');
    expect(alert()).to.equal('');
  });

  it('reads the answer of each search out, also where it is the same as the last', () => {
    const { type, find, draw, at } = panel();
    const status = at('[role=status]');
    type('number', '999 000 0018');
    type('born', '14071941');
    for (let search = 0; search < 2; search += 1) {
      find();
      expect(status.textContent).to.equal('');
      draw({ kind: 'by-hand-nobody', why: 'number-not-on-list', roster: { state: 'unread' } });
      expect(status.textContent).to.equal('This number is not on the list');
    }
  });

  it('stands beside a page that is not enabled too, and a page that loads takes nothing away', () => {
    const { type, draw, field, find, sent, body } = panel();
    type('number', '999 000 0018');
    draw(notEnabled);
    type('born', '14 7 1941');
    draw({ ...notEnabled, origin: null, may: 'ask-the-browser', offers: [] });
    draw(NO_PATIENT);
    draw(notEnabled);
    find();
    expect(sent).to.deep.equal([
      { kind: 'find-by-hand', identifiers: { by: 'nhs-number', number: '9990000018', born: '1941-07-14' } },
    ]);
    draw({ kind: 'by-hand-nobody', why: 'number-not-on-list', roster: { state: 'unread' } });
    expect(field('number').value).to.equal('999 000 0018');
    draw({ ...notEnabled, putAway: { why: 'time', at: '2026-11-21T14:30:00Z' } });
    const headings = [...body.querySelectorAll('h1, h2')].map(({ textContent }) => textContent);
    expect(headings).to.deep.equal([
      'The resident was put away',
      'Not enabled on app.careplanner.example',
      'Find a resident by hand',
    ]);
  });

  for (const [what, state] of [
    ['a resident is shown', byHand],
    ['people are found', choose],
    ['the computer is locked', { kind: 'locked' }],
    ['the vault is lost', { kind: 'lost' }],
    ['a page shows somebody', { kind: 'not-on-roster', roster: { state: 'unread' } }],
  ] as const)
    it(`forgets what was typed as soon as ${what}`, () => {
      const { type, draw, field } = panel();
      for (const name of ['number', 'born', 'chi', 'family']) type(name, 'typed');
      draw(state);
      draw(NO_PATIENT);
      for (const name of ['number', 'born', 'chi', 'family']) expect(field(name).value, name).to.equal('');
    });

  it('says of a room that it is not known only where the list was asked for it', () => {
    const { draw, body } = panel();
    const [first] = choose.found;
    if (first === undefined) throw new Error('nobody was found');
    const { room: _, ...unasked } = first;
    const roomOf = (listed: typeof unasked & { room?: string | null }) => {
      draw({ ...choose, found: [listed] });
      return /Room\s+(.+)/.exec(body.innerText)?.[1] ?? null;
    };
    expect([
      roomOf({ ...unasked, room: '4' }),
      roomOf({ ...unasked, room: null }),
      roomOf(unasked),
    ]).to.deep.equal(['4', 'Not known', null]);
  });

  it('chooses, keeps and puts away at a press, and shows nobody by a press within half a second', () => {
    const { draw, at, sent } = panel();
    const real = performance.now.bind(performance);
    let now = 10_000;
    performance.now = () => now;
    try {
      draw(choose);
      at('[data-press=choose]').click();
      expect(sent, 'they have only just come').to.deep.equal([]);
      now += 500;
      at('[data-press=choose]').click();
      at('[data-press=put-away]').click();
      draw(byHand);
      at('[data-press=keep]').click();
      at('[data-press=put-away]').click();
      draw({ kind: 'by-hand-differs', ctx: 'ctx-d' });
      at('[data-press=go-on]').click();
      expect(sent.length, 'it stands where "Put away" stood').to.equal(4);
      now += 500;
      at('[data-press=go-on]').click();
      draw({ kind: 'by-hand-doubted', differs: 'born' });
      at('[data-press=put-away]').click();
    } finally {
      performance.now = real;
    }
    const away = { kind: 'put-away' };
    expect(sent).to.deep.equal([
      { kind: 'choose-by-hand', ctx: 'ctx-h', resident: 'r2' },
      away,
      { kind: 'keep-by-hand', ctx: 'ctx-h' },
      away,
      { kind: 'go-on-with-page', ctx: 'ctx-d' },
      away,
    ]);
  });
});
