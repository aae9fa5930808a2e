import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EhchError } from '@ehch/clinical';
import type { FhirResource } from '@ehch/dev-server';
import { SERVER_SOURCE, type RecordStore } from '@ehch/store';
import { CARD_RELEASE, presentFacts } from '../cards/card-facts.ts';
import { condition, DAY, home, MINUTE, pulling } from '../../test/pulling.ts';

const TODAY = '2026-11-21';
const stay = (patient: string, room: string): FhirResource => ({
  resourceType: 'Encounter',
  id: `stay-${patient}`,
  status: 'in-progress',
  type: [{ text: 'Residence in care home' }],
  subject: { reference: `Patient/${patient}` },
  location: [{ location: { reference: `Location/${room}`, display: `Room ${room}` } }],
});
const place = (room: string): FhirResource => ({
  resourceType: 'Location',
  id: room,
  name: `Room ${room}`,
  partOf: { reference: 'Location/home', display: 'The Laurels' },
});

async function factsOf(records: RecordStore, resident: string, today = TODAY) {
  const { cards = [] } = (await records.cards('home')) ?? {};
  return presentFacts(
    cards.find((card) => card.resident === resident),
    today,
  );
}

test('R6: after a load every member has a card, with name, date of birth, number and room as the record says', async () => {
  const pulled = await pulling([...home, stay('agnes', '4'), place('4')]);
  await pulled.settle();
  const records = pulled.store.records(SERVER_SOURCE);
  const members = (await records.members('home'))?.members ?? [];
  assert.equal((await records.cards('home'))?.cards.length, members.length);
  const agnes = await factsOf(records, 'agnes');
  assert.equal(agnes?.entry.room, 'Room 4');
  const listed = members.find(({ resident }) => resident === 'agnes')?.facts;
  assert.deepEqual({ ...agnes?.entry, room: null }, Object.assign({ room: null }, listed));
  assert.equal((await factsOf(records, 'bertha'))?.entry.room, null, 'no stay is recorded');
});

test('R6: a card of an older release is built again from the packs, without the network', async () => {
  const pulled = await pulling([...home, stay('agnes', '4'), place('4')]);
  await pulled.settle();
  const records = pulled.store.records(SERVER_SOURCE);
  const older = {
    version: CARD_RELEASE - 1,
    types: new Set(['Patient']),
    factsOf: () => ({ builtOn: TODAY }),
  };
  await records.buildCards('home', ['agnes', 'bertha'], older);
  assert.equal(await factsOf(records, 'agnes'), null);
  await pulled.restart();
  pulled.between = () => {
    throw new EhchError('unreachable', 'The plug is out.');
  };
  for (let steps = 0; steps < 3; steps++) await pulled.pull.step();
  const { entry } = (await factsOf(records, 'agnes')) ?? {};
  assert.equal(entry?.room, 'Room 4');
});

test('R6: a change that a pull brings is on the card when the pull rests', async () => {
  const pulled = await pulling([...home, stay('agnes', '4'), place('4'), place('7')]);
  await pulled.settle();
  pulled.pass(MINUTE);
  pulled.put(stay('agnes', '7'), condition('c1', 'bertha'));
  await pulled.run(5 * MINUTE);
  const records = pulled.store.records(SERVER_SOURCE);
  assert.equal((await factsOf(records, 'agnes'))?.entry.room, 'Room 7');
  assert.notEqual(await factsOf(records, 'bertha'), null);
});

test('R6: a card is built again on another day, because it depends on the day which name is in use', async () => {
  const pulled = await pulling(home);
  await pulled.settle();
  const records = pulled.store.records(SERVER_SOURCE);
  assert.notEqual(await factsOf(records, 'agnes'), null);
  assert.equal(await factsOf(records, 'agnes', '2026-11-22'), null, 'yesterday’s card today');
  await pulled.run(DAY, DAY);
  assert.notEqual(await factsOf(records, 'agnes', '2026-11-22'), null);
});

test('a stay that was not read whole gives no room, because a later move may be missing', async () => {
  const pulled = await pulling([...home, stay('agnes', '4'), place('4')]);
  pulled.between = (request, go) =>
    /Encounter/.test(request.url) ? { status: 403, headers: {}, text: '' } : go();
  await pulled.settle();
  const agnes = await factsOf(pulled.store.records(SERVER_SOURCE), 'agnes');
  assert.equal(agnes?.entry.room, null);
});

test('a record that says too little for a card does not keep the pull from resting', async () => {
  const pulled = await pulling(home);
  pulled.between = (request, go) =>
    /Patient\?.*_lastUpdated/.test(request.url) ? { status: 403, headers: {}, text: '' } : go();
  await pulled.settle();
  assert.equal(await factsOf(pulled.store.records(SERVER_SOURCE), 'agnes'), null);
  assert.equal((await pulled.pull.step()).state, 'idle');
});
