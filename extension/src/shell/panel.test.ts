import { bringInFront } from '../../../packages/elements/test/in-front.ts';
import { expect } from '@open-wc/testing';
import { shown, confirm, sideStates } from '../../../test/extension/side-states.ts';
import { siteLists } from '../../../test/extension/site-lists.ts';
import type { SideMessage } from '../messages/side.ts';
import { createPanel } from './panel.ts';
import { isRecordShown, type PanelState } from './panel-state.ts';
import { readFromVault } from './read-from-vault.ts';

Object.assign(globalThis, { __CONTEXT_CHECK__: true, __DEMO__: true });

const bodies: HTMLElement[] = [];

/** A panel in a page of the panel's width, and its messages to the vault. */
function panel() {
  const body = document.createElement('div');
  const sent: SideMessage[] = [];
  bodies.push(body);
  document.body.append(body);
  const asked: string[] = [];
  const answer = { granted: true };
  const { draw, drawSites } = createPanel(
    body,
    (message) => void sent.push(message),
    (origin) => {
      asked.push(origin);
      return Promise.resolve(answer.granted);
    },
  );
  const text = (part?: string) =>
    (part === undefined ? body : body.querySelector<HTMLElement>(part))?.innerText.trim();
  return {
    body,
    sent,
    asked,
    answer,
    draw,
    drawSites,
    text,
    status: () => body.querySelector('[role=status]')?.textContent,
  };
}

/** The header's labels, each with its value. */
function pairs(state: PanelState): readonly string[] {
  const { body, draw } = panel();
  draw(state);
  return [...body.querySelectorAll('header dl > div')].map((pair) =>
    [...pair.children].map(({ textContent }) => textContent?.trim()).join(': '),
  );
}

/** The record of the person shown, with these details of identity. */
function withIdentity(more: object): PanelState {
  const { view } = shown;
  const section = view?.sections.identity;
  if (!view || section?.state !== 'known' || section.content.kind !== 'recorded')
    throw new Error('Nobody is shown.');
  const value = { ...section.content.value, ...more };
  const identity = { ...section, content: { ...section.content, value } };
  return { ...shown, view: { ...view, sections: { ...view.sections, identity } } };
}

/** The renderer's ends of the ports. The frame is sandboxed, so a test cannot listen inside it. */
const renderers: MessagePort[] = [];
const Real = MessageChannel;
class Overheard {
  readonly port1: MessagePort;
  /** The port that the frame receives leads nowhere. */
  readonly port2 = new Real().port2;
  constructor() {
    const real = new Real();
    this.port1 = real.port1;
    renderers.push(real.port2);
  }
}

describe('the side panel', () => {
  // The renderer says what it has drawn after a frame, and a page behind another has none.
  before(bringInFront);

  beforeEach(() => Object.assign(globalThis, { MessageChannel: Overheard }));
  afterEach(() => {
    Object.assign(globalThis, { MessageChannel: Real });
    renderers.splice(0);
    for (const body of bodies.splice(0)) body.remove();
  });

  for (const [name, { state, says }] of Object.entries(sideStates))
    it(`${name}: says so on screen, and once to a screen reader`, () => {
      const { draw, text, status, body } = panel();
      draw(state);
      for (const words of says) expect(text()).to.match(words);
      expect(status()).not.to.equal('');
      expect(body.querySelectorAll('iframe').length).to.equal(isRecordShown(state) ? 1 : 0);
      expect(body.querySelectorAll('header h1').length).to.equal(isRecordShown(state) ? 1 : 0);
    });

  it('says when it starts, when the vault was lost, and when an answer could not be read', () => {
    const { draw, text, status } = panel();
    expect(status()).to.equal('Starting …');
    draw({ kind: 'lost' });
    expect(text()).to.contain('Nothing is shown until it answers.');
    draw({ kind: 'not-understood' });
    expect(text()).to.contain('Nothing is shown: the answer could not be read');
    draw({ kind: 'changing' });
    expect(text()).to.contain('Looking who is on screen …');
    draw({ kind: 'silent' });
    expect(text()).to.contain('background is busy').and.to.contain('Nothing is shown until it answers.');
  });

  it('shows the identity in the header, in the order of the patient banner', () => {
    expect(pairs(shown)).to.deep.equal([
      'Born: 14-Jul-1941 (85y)',
      'Gender: Female',
      'NHS No.: 999 000 0018',
      'Preferred name: Peggy',
    ]);
    const named = withIdentity({
      preferredName: null,
      gender: null,
      otherNames: [
        { family: 'Ashe', given: ['Margaret'], title: null, text: null },
        { family: 'Shaw', given: ['Meg'], title: null, text: null },
      ],
    });
    expect(pairs(named).slice(1)).to.deep.equal([
      'NHS No.: 999 000 0018',
      'Other names: ASHE, Margaret; SHAW, Meg',
    ]);
  });

  it('lets no age run on after death, and gives the date of death and the age at it', () => {
    const died = (on: string | null) => pairs(withIdentity({ death: { state: 'died', on } })).slice(0, 3);
    expect(died('2026-11-02')).to.deep.equal(['Born: 14-Jul-1941', 'Died: 02-Nov-2026', 'Age at Death: 85y']);
    expect(died(null)).to.deep.equal(['Born: 14-Jul-1941', 'Died: Date not recorded', 'Gender: Female']);
  });

  it('gives no age before the record says whether the person lives', () => {
    expect(pairs({ ...shown, view: null })[0]).to.equal('Born: 14-Jul-1941');
    const { view } = shown;
    if (!view) throw new Error('Nobody is shown.');
    const identity = { state: 'loading' } as const;
    expect(pairs({ ...shown, view: { ...view, sections: { ...view.sections, identity } } })[0]).to.equal(
      'Born: 14-Jul-1941',
    );
  });

  it('says "matches" only where nothing about the identity is in doubt', () => {
    const { draw, text } = panel();
    draw(shown);
    expect(text('.as-in')).to.match(/^As in gp\.localhost\s+✓ matches$/);
    draw({ ...shown, warns: ['number-not-verified'] });
    expect(text('.as-in')).to.match(/^As in gp\.localhost\s+▲ see below$/);
    expect(text('.strip')).to.contain('NHS number not verified.');
  });

  it('says that the record is loading until the renderer has drawn, and then announces the name', async () => {
    const { draw, status, text } = panel();
    draw(shown);
    expect(status()).to.equal('Loading the record of ASHWORTH, Margaret Anne (Mrs)');
    renderers.at(-1)?.postMessage({ kind: 'ready' });
    while (status() !== 'Record of ASHWORTH, Margaret Anne (Mrs)') await new Promise(requestAnimationFrame);
    expect(text('.words')).to.equal('');
  });

  it('gives the renderer the record of the person shown, and asks the vault to read it again', async () => {
    const { draw, sent } = panel();
    draw(shown);
    const port = renderers.at(-1);
    if (!port) throw new Error('There is no renderer.');
    const given = new Promise<unknown>((resolve) => {
      port.addEventListener('message', ({ data }) => resolve(data));
    });
    port.start();
    expect(await given).to.deep.include({ kind: 'show', ctx: 'ctx-a', view: shown.view });
    for (const section of ['medicines', null, 'x'.repeat(41)]) port.postMessage({ kind: 'retry', section });
    for (const noise of [null, 'retry', { kind: 'confirm-identity' }, { kind: 'retry' }])
      port.postMessage(noise);
    port.postMessage({ kind: 'retry', section: 'problems' });
    while (sent.length < 3) await new Promise(requestAnimationFrame);
    expect(sent).to.deep.equal([
      { kind: 'retry', ctx: 'ctx-a', section: 'medicines' },
      { kind: 'retry', ctx: 'ctx-a', section: null },
      { kind: 'retry', ctx: 'ctx-a', section: 'problems' },
    ]);
  });

  it('removes the former person’s frame in the task that changes the name', () => {
    const { body, draw } = panel();
    draw(shown);
    const former = body.querySelector('iframe');
    draw({ ...shown, ctx: 'ctx-b' });
    const next = body.querySelectorAll('iframe');
    expect(next.length).to.equal(1);
    expect(next[0]).not.to.equal(former);
    draw({ kind: 'lost' });
    expect(body.querySelector('iframe')).to.equal(null);
    expect(body.querySelector('header')?.innerText).to.equal('');
  });

  it('keeps the frame while the same person is shown, and asks for the list only when it may be read', () => {
    const { body, draw, sent } = panel();
    draw(shown);
    const frame = body.querySelector('iframe');
    draw({ ...shown, now: '2026-11-21T16:00:00Z' });
    expect(body.querySelector('iframe')).to.equal(frame);
    draw({ kind: 'no-patient', roster: { state: 'reading' } });
    body.querySelector<HTMLElement>('.roster button')?.click();
    expect(sent).to.deep.equal([]);
    draw({ kind: 'no-patient', roster: { state: 'unread' } });
    body.querySelector<HTMLElement>('.roster button')?.click();
    expect(sent).to.deep.equal([{ kind: 'read-roster' }]);
  });

  it('takes a press as the answer to the question that stood there, and to no other', () => {
    const { body, draw, sent } = panel();
    const real = performance.now.bind(performance);
    let now = 10_000;
    performance.now = () => now;
    const press = () => body.querySelector<HTMLElement>('.question button')?.click();
    const ask = (ctx: string) => draw({ ...confirm, ctx });
    try {
      ask('ctx-a');
      now += 499;
      press();
      expect(sent, 'it has only just come').to.deep.equal([]);
      ask('ctx-a');
      now += 1;
      press();
      expect(sent, 'drawn again, it is the same question').to.deep.equal([
        { kind: 'confirm-identity', ctx: 'ctx-a' },
      ]);
      ask('ctx-b');
      press();
      expect(sent.length, 'the next person’s question stands where the last one’s did').to.equal(1);
    } finally {
      performance.now = real;
    }
  });

  it('reads every state of the vault, with nothing lost on the way', () => {
    const told = { kind: 'state', tab: 1, reports: ['r'] } as const;
    for (const [name, { state }] of Object.entries(sideStates))
      expect(readFromVault({ ...told, state }), name).to.deep.equal({ ...told, state });
    for (const noise of [
      null,
      {},
      { ...told, kind: 'other', state: shown },
      { ...told, state: { kind: 'open' } },
      { ...told, state: { kind: 'shown', ctx: 'ctx-a' } },
      { kind: 'state', state: shown },
      { ...told, reports: [1], state: shown },
    ])
      expect(readFromVault(noise)).to.equal(null);
  });

  for (const [name, { told, says }] of Object.entries(siteLists))
    it(`the list of enabled sites, ${name}: stands below every state, folded`, () => {
      const { draw, drawSites, text, body, status } = panel();
      draw(shown);
      const before = status();
      drawSites(told);
      expect([...body.querySelectorAll('details')].map(({ open }) => open)).to.not.include(true);
      for (const each of body.querySelectorAll('details')) each.open = true;
      for (const words of says) expect(text('footer')).to.match(words);
      expect(status(), 'a list is not read out').to.equal(before);
      draw({ kind: 'silent' });
      for (const words of says) expect(text('footer')).to.match(words);
    });

  it('asks the browser for the one site within the press itself, and binds only what was granted', async () => {
    const { draw, body, asked, answer, sent } = panel();
    const { state } = sideStates['not-enabled'] ?? {};
    if (state?.kind !== 'not-enabled') throw new Error('It is another state.');
    draw(state);
    const press = () => body.querySelector<HTMLButtonElement>('.words button')?.click();
    answer.granted = false;
    press();
    expect(asked, 'before anything is awaited').to.deep.equal(['https://app.careplanner.example']);
    await Promise.resolve();
    expect(sent).to.deep.equal([]);
    answer.granted = true;
    press();
    await Promise.resolve();
    const enable = { kind: 'enable-site', origin: 'https://app.careplanner.example', template: 'care-diary' };
    expect(sent).to.deep.equal([enable]);
    draw({ ...state, offers: [{ title: 'Given', template: null }] });
    press();
    await Promise.resolve();
    expect([asked.length, sent.length], 'the permission alone was missing').to.deep.equal([3, 1]);
  });

  it('revokes the site that stands beside the press, and offers none where nobody could revoke it', () => {
    const { drawSites, body, sent } = panel();
    const { told } = siteLists['of every kind, and settings that are refused'] ?? {};
    if (told === undefined) throw new Error('There is no such list.');
    drawSites(told);
    const presses = [...body.querySelectorAll<HTMLButtonElement>('.sites button')];
    expect(presses.map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())).to.deep.equal([
      'Revoke record.practice.example.nhs.uk:8443',
      'Revoke app.careplanner.example',
      'Copy the adapter',
      'Revoke own.example',
      'Copy the adapter',
      'Delete the draft new.example',
    ]);
    presses[1]?.click();
    expect(sent).to.deep.equal([{ kind: 'revoke-site', origin: 'https://app.careplanner.example' }]);
  });

  it('asks the browser within the press before it teaches a page, and says nothing where it was refused', async () => {
    const { draw, body, asked, answer, sent } = panel();
    const { state } = sideStates['not-enabled, with a draft'] ?? {};
    if (state?.kind !== 'not-enabled') throw new Error('It is another state.');
    draw(state);
    const press = (name: string) => body.querySelector<HTMLButtonElement>(`[data-press=${name}]`)?.click();
    answer.granted = false;
    press('point');
    expect(asked, 'before anything is awaited').to.deep.equal(['https://care.example.nhs.uk']);
    await Promise.resolve();
    expect(sent).to.deep.equal([]);
    answer.granted = true;
    for (const name of ['point', 'go-on-with-draft']) press(name);
    await Promise.resolve();
    const begin = { kind: 'teach-begin', origin: 'https://care.example.nhs.uk' };
    expect(sent).to.deep.equal([
      { ...begin, draft: false },
      { ...begin, draft: true },
    ]);
  });

  it('sends a press of teaching for the question that has stood long enough to be read', async () => {
    const { draw, body, sent } = panel();
    const { state } = sideStates['teaching, both right'] ?? {};
    if (state?.kind !== 'teaching') throw new Error('It is another state.');
    draw({ ...state, ctx: 'former' });
    await new Promise((resolve) => setTimeout(resolve, 550));
    draw(state);
    const press = () => body.querySelector<HTMLButtonElement>('[data-press=both-right]')?.click();
    press();
    expect(sent, 'it was meant for the question before').to.deep.equal([]);
    await new Promise((resolve) => setTimeout(resolve, 550));
    press();
    expect(sent).to.deep.equal([{ kind: 'teach-press', ask: 'question', pressed: { press: 'both-right' } }]);
  });

  it('has the parts that its style sheet places', () => {
    const { body, draw } = panel();
    draw(shown);
    expect(body.querySelectorAll('main > .record > iframe').length).to.equal(1);
    expect(body.querySelectorAll('main > .words, .spoken[role=status]').length).to.equal(2);
  });
});
