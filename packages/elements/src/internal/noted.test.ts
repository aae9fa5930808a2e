import { expect } from '@open-wc/testing';
import type { DeviceRecords } from '@ehch/clinical';
import { takeStep } from '../../test/care-plan-steps.ts';
import { drawCarePlan } from '../../test/draw-care-plan.ts';
import { drawScorer, settled } from '../../test/draw-scorer.ts';
import { shownText } from '../../test/shown-text.ts';
import { copyStates, full, readStates } from '../care-plan/care-plan.fixtures.ts';
import { deviceOf } from '../device-status/device-status.fixtures.ts';
import { states as scorerStates } from '../frailty-scorer/frailty-scorer.fixtures.ts';

/** Everything that happened, in order: what was noted, and what left. */
let happened: string[] = [];
const { print: printOfBrowser } = window;
let clipboard: PropertyDescriptor | undefined;

beforeEach(() => {
  happened = [];
  window.print = () => {
    dispatchEvent(new Event('beforeprint'));
    happened.push('printed');
    dispatchEvent(new Event('afterprint'));
  };
  clipboard = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
  const own = { writeText: async () => void happened.push('copied') };
  Object.defineProperty(navigator, 'clipboard', { value: own, configurable: true });
});
afterEach(() => {
  window.print = printOfBrowser;
  if (clipboard) Object.defineProperty(navigator, 'clipboard', clipboard);
  else Reflect.deleteProperty(navigator, 'clipboard');
});

/** A device that takes a while to note, or refuses to. */
function auditing(isRefusing = false): DeviceRecords {
  const note = async (what: string) => {
    await Promise.resolve();
    if (isRefusing) throw new Error('Not noted.');
    happened.push(what);
  };
  return {
    ...deviceOf({}),
    noteRecordCopy: (resident) => note(`copy of ${resident}`),
    notePrint: (resident) => note(`print of ${resident}`),
    noteIncidentCopy: () => note('incident'),
  };
}

async function under(element: HTMLElement, device: DeviceRecords): Promise<void> {
  const provider = element.closest('ehch-provider');
  if (provider === null) throw new Error('It stands under no provider.');
  provider.device = device;
  await provider.updateComplete;
}

const pause = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 20);
  });

describe('whatever leaves the program is noted before it does', () => {
  for (const isRefusing of [false, true])
    it(`a form as text: ${isRefusing ? 'not noted, so not copied' : 'noted, then copied'}`, async () => {
      const scorer = await drawScorer(document.body, scorerStates['news2-complete']);
      await under(scorer, auditing(isRefusing));
      scorer.renderRoot.querySelector<HTMLElement>('[data-press=copy]')?.click();
      await pause();
      await settled(scorer);
      const { resident } = scorerStates['news2-complete'].view ?? {};
      expect(happened).to.deep.equal(isRefusing ? [] : [`copy of ${resident}`, 'copied']);
      if (isRefusing) expect(shownText(scorer.renderRoot)).to.contain('could not be noted');
    });

  for (const isRefusing of [false, true])
    it(`a form on paper: ${isRefusing ? 'not noted, so not printed' : 'noted, then printed'}`, async () => {
      const scorer = await drawScorer(document.body, scorerStates['news2-complete']);
      await under(scorer, auditing(isRefusing));
      scorer.renderRoot.querySelector<HTMLElement>('[data-press=print]')?.click();
      await pause();
      await settled(scorer);
      const { resident } = scorerStates['news2-complete'].view ?? {};
      expect(happened).to.deep.equal(isRefusing ? [] : [`print of ${resident}`]);
      expect(scorer.renderRoot.querySelector('iframe') === null).to.equal(isRefusing);
    });

  for (const isRefusing of [false, true])
    it(`the plan: ${isRefusing ? 'not noted, so not printed' : 'noted once, then printed'}`, async () => {
      const card = await drawCarePlan(document.body, readStates.decision);
      await under(card, auditing(isRefusing));
      await takeStep(card, { press: 'print' });
      await pause();
      await card.updateComplete;
      expect(happened).to.deep.equal(isRefusing ? [] : [`print of ${full.resident}`, 'printed']);
      if (isRefusing) expect(shownText(card.renderRoot)).to.contain('Not printed: it could not be noted.');
    });

  for (const isRefusing of [false, true])
    it(`a copy of the plan: ${isRefusing ? 'not noted, so not printed' : 'noted, then printed'}`, async () => {
      const state = copyStates['copy-for-resident'];
      const card = await drawCarePlan(document.body, state);
      await under(card, auditing(isRefusing));
      await takeStep(card, { press: 'print-copy' });
      await pause();
      expect(happened).to.deep.equal(isRefusing ? [] : [`print of ${state.view?.resident}`]);
      expect(card.renderRoot.querySelector('iframe') === null).to.equal(isRefusing);
    });

  it('the browser’s own print is noted once for each resident, however many components show them', async () => {
    const device = auditing();
    const card = await drawCarePlan(document.body, { view: full });
    await under(card, device);
    const second = document.createElement('ehch-care-plan');
    second.view = full;
    card.closest('ehch-provider')?.append(second);
    await second.updateComplete;
    print();
    await pause();
    expect(happened).to.deep.equal(['printed', `print of ${full.resident}`]);
    print();
    await pause();
    expect(happened.filter((what) => what === `print of ${full.resident}`).length).to.equal(2);
  });

  for (const isRefusing of [false, true])
    it(`the report of an incident goes out ${isRefusing ? 'although it could not be noted' : 'and is noted'}`, async () => {
      const card = await drawCarePlan(document.body, { view: full });
      await under(card, auditing(isRefusing));
      const press = async (words: string) => {
        const all = [...card.renderRoot.querySelectorAll<HTMLButtonElement>('.kit-foot button')];
        all.find(({ textContent }) => textContent.includes(words))?.click();
        await pause();
      };
      await press('Report a problem');
      await press('Copy the report');
      expect([...happened].sort()).to.deep.equal(isRefusing ? ['copied'] : ['copied', 'incident']);
    });
});
