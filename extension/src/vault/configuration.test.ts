import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { readConfiguration } from './configuration.ts';

const TODAY = '2026-11-21';

const KEPT = {
  fhirBaseUrl: 'https://record.example/fhir',
  sourceLabel: 'Shared record',
  place: {
    id: 'laurels',
    title: 'The Laurels',
    version: '1',
    owner: 'Area',
    dated: '2026-11-01',
    signedOff: null,
    homes: [],
    bankHolidays: [],
    staleAfterMinutes: 60,
    contacts: [],
  },
};
const DEMO = { ...KEPT, sourceLabel: 'Demo' };

let asked: string[] = [];
let answer: () => Response = () => Response.json(DEMO);
const build = (isDemo: boolean) => Object.assign(globalThis, { __DEMO__: isDemo });
Object.assign(globalThis, {
  fetch: async (address: string) => {
    asked.push(address);
    return answer();
  },
});
beforeEach(() => {
  asked = [];
  answer = () => Response.json(DEMO);
});
const labelWith = async (stored: unknown) =>
  (await readConfiguration(async () => ({ configuration: stored }), TODAY)).configuration?.sourceLabel ??
  null;

test('a store build uses its stored configuration and asks nobody for another', async () => {
  build(false);
  assert.equal(await labelWith(KEPT), 'Shared record');
  for (const none of [undefined, null, { ...KEPT, place: {} }]) assert.equal(await labelWith(none), null);
  assert.deepEqual(asked, []);
});

test('a demo build without a configuration takes that of the demo on this machine', async () => {
  build(true);
  assert.equal(await labelWith(KEPT), 'Shared record');
  assert.deepEqual(asked, []);
  assert.equal(await labelWith(undefined), 'Demo');
  assert.deepEqual(asked, ['http://ehch.localhost:8100/demo.json']);
});

test('without a running demo, or with an answer of another shape, nothing is configured', async () => {
  build(true);
  answer = () => new Response('Not found', { status: 404 });
  assert.equal(await labelWith(undefined), null);
  answer = () => {
    throw new TypeError('Failed to fetch');
  };
  assert.equal(await labelWith(undefined), null);
  answer = () => Response.json({ ...DEMO, place: null });
  assert.equal(await labelWith(undefined), null);
});

test('a configuration that breaks leaves the last good one in force, and says on which line', async () => {
  build(false);
  const broken = { ...KEPT, place: { ...KEPT.place, nation: 'cornwall' } };
  const read = await readConfiguration(async () => ({ configuration: broken, lastGood: KEPT }), TODAY);
  assert.equal(read.configuration?.sourceLabel, 'Shared record');
  assert.match(read.configuration?.place.refusedNewer?.lines.join(' ') ?? '', /“nation” takes one of/);
  assert.equal(read.keep, null);
  // A place that says two things at once is no better than one that cannot be read.
  const home = { id: 'a', name: 'A', kind: 'nursing', roster: { kind: 'group', id: 'g' }, practice: null };
  const twice = { ...KEPT, place: { ...KEPT.place, homes: [home, home] } };
  const second = await readConfiguration(async () => ({ configuration: twice, lastGood: KEPT }), TODAY);
  assert.match(second.configuration?.place.refusedNewer?.lines.join(' ') ?? '', /The id “a” is given twice/);
  const both = await readConfiguration(async () => ({ configuration: broken, lastGood: broken }), TODAY);
  assert.equal(both.configuration, null);
});

test('a configuration that was taken away is not brought back by the last good one', async () => {
  build(false);
  const read = await readConfiguration(async () => ({ lastGood: KEPT }), TODAY);
  assert.deepEqual(read, { configuration: null, keep: null });
});

test('what is good is kept as the last good one', async () => {
  build(false);
  assert.equal((await readConfiguration(async () => ({ configuration: KEPT }), TODAY)).keep, KEPT);
});
