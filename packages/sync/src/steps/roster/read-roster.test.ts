import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HomeConfiguration } from '@ehch/clinical';
import { NOW, place } from '../../../test/connected-engine.ts';
import type { Roster } from '../../protocol.ts';
import { readRoster } from './read-roster.ts';

const BASE = 'https://record.test/fhir';

type Json = Readonly<Record<string, unknown>>;

/** A server that answers each path and ignores the query, as a server that knows no such parameter does. */
async function rosterOf(
  rosters: readonly HomeConfiguration['roster'][],
  answers: Readonly<Record<string, Json | readonly Json[]>>,
): Promise<Roster> {
  const http = {
    async request({ url }: { url: string }) {
      const path = url.slice(BASE.length + 1).replace(/\?.*$/, '');
      const answer = answers[path] ?? [];
      const body: Json = Array.isArray(answer)
        ? { resourceType: 'Bundle', type: 'searchset', entry: answer.map((resource) => ({ resource })) }
        : (answer as Json);
      return { status: 200, headers: {}, text: JSON.stringify(body) };
    },
  };
  const homes = rosters.map((roster, index) => ({ ...place(roster).homes[0], id: `home-${index}` }));
  return readRoster(
    { http, base: BASE, deadlineMs: 1000 },
    { ...place({ kind: 'group', id: 'g' }), homes: homes as HomeConfiguration[] },
    NOW,
  );
}

const patient = (id: string, more: Json = {}) => ({
  resourceType: 'Patient',
  id,
  name: [{ family: id }],
  ...more,
});
const member = (reference: string, more: Json = {}) => ({ entity: { reference }, ...more });
const group = (id: string, ...members: Json[]) => ({
  [`Group/${id}`]: { resourceType: 'Group', id, type: 'person', actual: true, member: members },
});
const ids = ({ residents }: Roster) => residents.map(({ resident }) => resident);
const G = { kind: 'group', id: 'g' } as const;

test('a person on the lists of two homes is one resident', async () => {
  const roster = await rosterOf([G, { kind: 'group', id: 'h' }], {
    ...group('g', member('Patient/a')),
    ...group('h', member('Patient/a'), member('Patient/b')),
    Patient: [patient('a'), patient('b')],
  });
  assert.deepEqual(ids(roster), ['a', 'b']);
});

test('the same id on another server is another person, and the list says that it is incomplete', async () => {
  const roster = await rosterOf([G], {
    ...group('g', member('https://elsewhere.test/fhir/Patient/a'), member(`${BASE}/Patient/b/_history/2`)),
    Patient: [patient('a'), patient('b')],
  });
  assert.deepEqual(ids(roster), ['b']);
  assert.equal(roster.incomplete, true);
});

test('a member named only by an identifier makes the list incomplete', async () => {
  const roster = await rosterOf([G], {
    ...group('g', member('Patient/a'), { entity: { identifier: { value: '9990000018' } } }),
    Patient: [patient('a')],
  });
  assert.deepEqual(ids(roster), ['a']);
  assert.equal(roster.incomplete, true);
});

test('a member whose period has ended is not listed; a period that ends later has not ended', async () => {
  const roster = await rosterOf([G], {
    ...group(
      'g',
      member('Patient/a', { period: { end: '2026-11-20' } }),
      member('Patient/b', { period: { end: '2026-12-24' } }),
      member('Patient/c', { period: { end: '2026' } }),
    ),
    Patient: [patient('a'), patient('b'), patient('c')],
  });
  assert.deepEqual(ids(roster), ['b', 'c']);
  assert.equal(roster.incomplete, false);
});

test('a server that ignores the search adds nobody to the list who does not stay in the home', async () => {
  const stay = (id: string, location: string, status = 'in-progress') => ({
    resourceType: 'Encounter',
    id: `stay-${id}`,
    status,
    subject: { reference: `Patient/${id}` },
    location: [{ location: { reference: `Location/${location}` } }],
  });
  const roster = await rosterOf([{ kind: 'location', id: 'home' }], {
    Location: [
      { resourceType: 'Location', id: 'room', partOf: { reference: 'Location/home' } },
      { resourceType: 'Location', id: 'ward', partOf: { reference: 'Location/hospital' } },
    ],
    Encounter: [
      stay('a', 'home'),
      stay('b', 'room'),
      // In hospital for a while: the home keeps the resident's place.
      stay('c', 'room', 'onleave'),
      stay('d', 'room', 'finished'),
      stay('e', 'ward'),
    ],
    Patient: ['a', 'b', 'c', 'd', 'e'].map((id) => patient(id)),
  });
  assert.deepEqual(ids(roster), ['a', 'b', 'c']);
});

test('the list shows the name in use, not a name that has ended', async () => {
  const roster = await rosterOf([G], {
    ...group('g', member('Patient/a')),
    Patient: [
      patient('a', {
        name: [
          { use: 'official', family: 'Before', period: { end: '2020-05-01' } },
          { use: 'usual', family: 'Now' },
        ],
      }),
    ],
  });
  assert.equal(roster.residents[0]?.name?.family, 'Now');
});

test('two residents with similar names are listed with their rooms, and no other room is asked for', async () => {
  const named = (id: string, family: string, given: string) =>
    patient(id, { name: [{ family, given: [given] }] });
  const stay = (id: string, room: string) => ({
    resourceType: 'Encounter',
    id: `stay-${id}`,
    status: 'in-progress',
    type: [{ text: 'Residence in care home' }],
    subject: { reference: `Patient/${id}` },
    location: [{ location: { reference: `Location/${room}`, display: `Room ${room}` } }],
  });
  const place = (room: string) => ({
    resourceType: 'Location',
    id: room,
    name: `Room ${room}`,
    partOf: { reference: 'Location/home', display: 'The Laurels' },
  });
  const people = [named('a', 'Grey', 'Ada'), named('b', 'Gray', 'Ada'), named('c', 'Moss', 'Ivor')];
  const roster = await rosterOf([G], {
    ...group('g', member('Patient/a'), member('Patient/b'), member('Patient/c')),
    Patient: people,
    ...Object.fromEntries(people.map((one) => [`Patient/${one.id}`, one])),
    // As from a server that ignores a parameter: every answer holds everybody's stays.
    Encounter: [stay('a', '4'), stay('b', '21'), stay('c', '9'), place('4'), place('21'), place('9')],
  });
  assert.deepEqual(
    roster.residents.map(({ room }) => room),
    ['Room 4', 'Room 21', undefined],
  );
});

test('a room that cannot be read stays unknown, and the list is whole all the same', async () => {
  const named = (id: string) => patient(id, { name: [{ family: 'Grey', given: ['Ada'] }] });
  const roster = await rosterOf([G], {
    ...group('g', member('Patient/a'), member('Patient/b')),
    Patient: [named('a'), named('b')],
  });
  assert.deepEqual(
    roster.residents.map(({ room }) => room),
    [null, null],
  );
  assert.equal(roster.incomplete, false);
});
