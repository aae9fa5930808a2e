import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SERVER_SOURCE } from '@ehch/store';
import { place } from '../../test/connected-engine.ts';
import { condition, home, MINUTE, pulling } from '../../test/pulling.ts';
import { operation } from '../push/entries.fixtures.ts';

const stay = (resident: string) => ({
  resourceType: 'Encounter',
  id: `stay-${resident}`,
  status: 'in-progress',
  class: { code: 'NONAC' },
  subject: { reference: `Patient/${resident}` },
  location: [{ location: { reference: 'Location/home' } }],
});

// A stay that is missing from a search is read by its id before anybody counts as gone (SPEC L5: absence is no
// deletion). A list that lost everybody at once is a server in trouble, as `confirmAbsence` says of resources.
test('one empty answer about the stays erases no home, and holds back nobody’s work (SPEC L5)', async () => {
  const laurels = { resourceType: 'Location', id: 'home', name: 'The Laurels' };
  const resources = [...home, laurels, stay('agnes'), stay('bertha'), condition('c', 'agnes')];
  const pulled = await pulling(resources, { place: place({ kind: 'location', id: 'home' }) });
  await pulled.settle();
  await pulled.store.outbox.enqueue(operation('i1'));
  pulled.pass(20 * MINUTE);
  pulled.between = (request, go) =>
    request.url.includes('/Encounter?location')
      ? { status: 200, headers: {}, text: '{"resourceType":"Bundle","type":"searchset","total":0}' }
      : go();
  await pulled.settle();
  const [entry] = await pulled.store.outbox.entries();
  assert.deepEqual([[...(await pulled.cached('Condition')).keys()], entry?.state], [['c'], 'queued']);
});

test('who has left a home of stays is erased, and with the last of them the list is empty (SPEC L5)', async () => {
  const laurels = { resourceType: 'Location', id: 'home', name: 'The Laurels' };
  const resources = [...home, laurels, stay('agnes'), stay('bertha'), condition('c', 'agnes')];
  const pulled = await pulling(resources, { place: place({ kind: 'location', id: 'home' }) });
  await pulled.settle();
  pulled.put({ ...stay('agnes'), status: 'finished' }, { ...stay('bertha'), status: 'planned' });
  await pulled.run(20 * MINUTE, 5 * MINUTE);
  const members = await pulled.store.records(SERVER_SOURCE).members('home');
  assert.deepEqual([members?.members, [...(await pulled.cached('Condition')).keys()]], [[], []]);
});

test('an empty list of rooms moves nobody out of them (SPEC L5)', async () => {
  const places = [
    { resourceType: 'Location', id: 'home', name: 'The Laurels' },
    { resourceType: 'Location', id: 'room', partOf: { reference: 'Location/home' } },
  ];
  const inRoom = { ...stay('agnes'), location: [{ location: { reference: 'Location/room' } }] };
  const resources = [...home, ...places, inRoom, stay('bertha'), condition('c', 'agnes')];
  const pulled = await pulling(resources, { place: place({ kind: 'location', id: 'home' }) });
  await pulled.settle();
  pulled.between = (request, go) =>
    request.url.includes('/Location?partof')
      ? { status: 200, headers: {}, text: '{"resourceType":"Bundle","type":"searchset","total":0}' }
      : go();
  await pulled.run(20 * MINUTE, 5 * MINUTE);
  assert.deepEqual([...(await pulled.cached('Condition')).keys()], ['c']);
});

// As in `steps/back-again.test.ts`. A server whose backup is put in place answers 404 for a while. What is there
// again afterwards, in the same versions, never comes back to this device: the tombstones win over rows of the same
// time.
test('what a server lost for half an hour is back on the device when it is back there (SPEC I4, L6, L7)', async () => {
  const pulled = await pulling([...home, condition('c', 'agnes')]);
  await pulled.settle();
  pulled.pass(10 * MINUTE);
  pulled.put(condition('newest', 'agnes'));
  await pulled.run(10 * MINUTE);
  pulled.between = ({ url }, go) => {
    if (!url.includes('/Condition')) return go();
    const isRead = url.includes('/Condition/');
    const text = isRead
      ? '{"resourceType":"OperationOutcome"}'
      : '{"resourceType":"Bundle","type":"searchset"}';
    return { status: isRead ? 404 : 200, headers: {}, text };
  };
  await pulled.run(30 * MINUTE, 10 * MINUTE);
  pulled.between = (_request, go) => go();
  await pulled.run(2 * 60 * MINUTE, 10 * MINUTE);
  assert.deepEqual(await pulled.cached('Condition'), pulled.served('Condition'));
});

// An answer that is not the Group or List that was asked for is a failure (`malformed`), as a Patient's would be.
test('the list of another home in place of this one’s erases nobody (SPEC L5)', async () => {
  const other = { resourceType: 'Group', id: 'other', type: 'person', actual: true, member: [] };
  const pulled = await pulling([...home, other, condition('c', 'agnes')]);
  await pulled.settle();
  pulled.pass(20 * MINUTE);
  pulled.between = (request) =>
    pulled.server.request({ ...request, url: request.url.replace(/Group\/roster$/, 'Group/other') });
  await pulled.settle();
  assert.deepEqual([...(await pulled.cached('Condition')).keys()], ['c']);
});
