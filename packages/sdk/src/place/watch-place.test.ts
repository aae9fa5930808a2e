import { expect, waitUntil as waits } from '@open-wc/testing';
import '../index.ts';
import { openPlace, watchPlace, type PlaceInForce } from '../place.ts';

interface File {
  ladder?: object;
  withdrawn?: object[];
}

const HOLMDALE = JSON.stringify(
  await (await fetch(new URL('../../../dev-server/places/holmdale.json', import.meta.url))).json(),
);

/** The same file once its ladder is withdrawn. */
function withdrawing(text: string): string {
  const file = JSON.parse(text) as File;
  const why = { by: 'A. Safety', on: '2026-11-20', why: 'A rung was wrong.', instead: 'Ring.' };
  return JSON.stringify({ ...file, withdrawn: [{ kind: 'ladder', ...why }] });
}

const stops: AbortController[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop.abort();
  document.querySelector('ehch-provider')?.remove();
});

/** A page with the file that a server gives, which changes when the test says so. */
async function page(
  offered: { text: string | Promise<string> | null } = { text: HOLMDALE },
  {
    draws = () => {},
    save = async () => {},
  }: { draws?: (inForce: PlaceInForce) => void; save?: () => Promise<void> } = {},
) {
  const stop = new AbortController();
  stops.push(stop);
  const told: PlaceInForce[] = [];
  const kept: string[] = [];
  let asked = 0;
  const first = await watchPlace({
    fetchText: async () => {
      asked += 1;
      if (offered.text === null) throw new Error('offline');
      return offered.text;
    },
    keeper: { load: async () => null, save: async (text) => (kept.push(text), save()) },
    clock: () => '2026-11-21T10:00:00.000Z',
    changed(inForce) {
      draws(inForce);
      told.push(inForce);
    },
    signal: stop.signal,
  });
  return { offered, first, told, kept, stop, asked: () => asked };
}

// A busy machine takes its time. A test that fails is then slow, and never wrong.
const waitUntil = (isSo: () => boolean, why?: string) => waits(isSo, why, { timeout: 10_000 });
const comesBack = () => window.dispatchEvent(new Event('focus'));
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 30));

it('gives at first what openPlace gives, and tells nothing while the file stays as it is', async () => {
  const { first, told, asked } = await page();
  const opened = await openPlace({
    fetchText: async () => HOLMDALE,
    keeper: { load: async () => null, save: async () => {} },
    today: '2026-11-21',
  });
  expect(first).to.deep.equal(opened);
  comesBack();
  await waitUntil(() => asked() === 2);
  await aMoment();
  expect(told).to.deep.equal([]);
});

it('a withdrawal reaches the page and its components once somebody comes back to it, without a reload', async () => {
  const { offered, first, told, kept } = await page();
  const provider = document.createElement('ehch-provider');
  provider.place = first.place;
  const worry = document.createElement('ehch-escalation-button');
  worry.unlisted = { name: 'Joan Bell', born: '3 May 1940', room: '7' };
  provider.append(worry);
  document.body.append(provider);
  await worry.updateComplete;
  worry.renderRoot.querySelector<HTMLElement>('[data-press=open]')?.click();
  const said = () => worry.renderRoot.textContent.replaceAll(/\s+/g, ' ');
  await waitUntil(() => worry.renderRoot.querySelector('[part=ring]') !== null, 'no card of whom to ring');
  expect(said()).not.to.contain('Withdrawn by');

  offered.text = withdrawing(HOLMDALE);
  comesBack();
  await waitUntil(() => told.length === 1, 'the withdrawal did not arrive');
  provider.place = told[0]?.place ?? null;
  await waitUntil(() => said().includes('What to do when: Withdrawn by A. Safety'), said());
  expect(kept.at(-1)).to.equal(offered.text);
});

it('looks each minute, when the network is back, and when the page is seen again', async () => {
  const waiting: (() => void)[] = [];
  const real = window.setTimeout;
  // Another test's page may lie in front of this one.
  Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
  Object.assign(window, {
    setTimeout: (task: () => void, after = 0) =>
      after === 60_000 ? waiting.push(task) : real.call(window, task, after),
  });
  try {
    const { asked } = await page();
    expect([asked(), waiting.length]).to.deep.equal([1, 1]);
    waiting.pop()?.();
    await waitUntil(() => asked() === 2 && waiting.length === 1, 'no second minute');
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => asked() === 3);
    await aMoment();
    document.dispatchEvent(new Event('visibilitychange'));
    await waitUntil(() => asked() === 4);
  } finally {
    Object.assign(window, { setTimeout: real });
    Reflect.deleteProperty(document, 'visibilityState');
  }
});

it('a broken file, or none, leaves the last good one in force, and says so once', async () => {
  const { offered, told } = await page();
  offered.text = '{';
  comesBack();
  await waitUntil(() => told.length === 1);
  expect(told[0]?.place?.id).to.equal('holmdale');
  expect(told[0]?.place?.refusedNewer?.lines).to.have.length(1);
  expect(told[0]?.faults[0]?.weight).to.equal('refused');
  offered.text = null;
  comesBack();
  await waitUntil(() => told.length === 2);
  expect(told[1]?.place?.id).to.equal('holmdale');
  expect(told[1]?.place?.refusedNewer).to.include({ isUnfetched: true });
  comesBack();
  await aMoment();
  expect(told).to.have.length(2);
  offered.text = HOLMDALE;
  comesBack();
  await waitUntil(() => told.length === 3);
  expect(told[2]?.place?.refusedNewer).to.equal(undefined);
});

it('a page that fails to take a withdrawal hears of it again at the next look', async () => {
  const heard: PlaceInForce[] = [];
  const draws = (inForce: PlaceInForce) => {
    heard.push(inForce);
    if (heard.length === 1) throw new Error('It could not be drawn.');
  };
  const { offered, told } = await page({ text: HOLMDALE }, { draws });
  offered.text = withdrawing(HOLMDALE);
  comesBack();
  await waitUntil(() => heard.length === 1);
  comesBack();
  await waitUntil(() => heard.length === 2);
  expect(heard[1]?.place?.withdrawn).to.have.length(1);
  comesBack();
  await aMoment();
  expect([heard.length, told.length]).to.deep.equal([2, 1]);
});

it('a keeper that never answers keeps no withdrawal from the page', async () => {
  const { offered, told } = await page({ text: HOLMDALE }, { save: () => new Promise(() => {}) });
  offered.text = withdrawing(HOLMDALE);
  comesBack();
  await waitUntil(() => told.length === 1);
  expect(told[0]?.place?.withdrawn).to.have.length(1);
});

it('one look at a time: who comes back during a look has another after it', async () => {
  const { offered, asked } = await page();
  const slow = Promise.withResolvers<string>();
  offered.text = slow.promise;
  for (let times = 0; times < 3; times += 1) comesBack();
  await aMoment();
  expect(asked()).to.equal(2);
  slow.resolve(HOLMDALE);
  await waitUntil(() => asked() === 3);
  await aMoment();
  expect(asked()).to.equal(3);
});

it('tells nothing once the page has ended the watch, also of a look that is under way', async () => {
  const { offered, told, stop, asked } = await page();
  const slow = Promise.withResolvers<string>();
  offered.text = slow.promise;
  comesBack();
  await waitUntil(() => asked() === 2);
  stop.abort();
  slow.resolve(withdrawing(HOLMDALE));
  await aMoment();
  comesBack();
  await aMoment();
  expect(told).to.deep.equal([]);
  expect(asked()).to.equal(2);
});

it('a server that never answers counts as not reached, and the watch goes on', async () => {
  const silences: (() => void)[] = [];
  const real = window.setTimeout;
  const { offered, told, asked } = await page();
  Object.assign(window, {
    setTimeout: (task: () => void, after = 0) =>
      after === 30_000 ? silences.push(task) : real.call(window, task, after),
  });
  try {
    offered.text = new Promise<string>(() => {});
    comesBack();
    await waitUntil(() => silences.length === 1);
    silences[0]?.();
    await waitUntil(() => told.length === 1);
    expect(told[0]?.place?.refusedNewer).to.include({ isUnfetched: true });
    offered.text = HOLMDALE;
    comesBack();
    await waitUntil(() => told.length === 2);
    expect(asked()).to.equal(3);
  } finally {
    Object.assign(window, { setTimeout: real });
  }
});
