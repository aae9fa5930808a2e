import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Identity, Stay } from '@ehch/clinical';
import { about, fate, PATIENT, value, type Json } from '../../../record.fixtures.ts';

const stay = (...others: Json[]): Stay | null => {
  const identity: Identity = value('identity', [], { resources: [PATIENT, ...others] });
  return identity.stay;
};

const place = (id: string, name: string, fields: Json = {}): Json => ({
  resourceType: 'Location',
  id,
  name,
  ...fields,
});
const partOf = (id: string, display?: string): Json => ({
  partOf: { reference: `Location/${id}`, ...(display === undefined ? {} : { display }) },
});
const lives = (...location: Json[]): Json =>
  about('Encounter', 'lives', {
    status: 'in-progress',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'HH' },
    type: [{ text: 'Residence in care home' }],
    location,
  });
const at = (id: string, more: Json = {}): Json => ({ location: { reference: `Location/${id}` }, ...more });

test('a room whose home is only named by the reference is still a room', () => {
  const found = stay(lives(at('room')), place('room', 'Room 9', partOf('home', 'The Laurels')));
  assert.deepEqual([found?.room, found?.home], ['Room 9', 'The Laurels']);
});

test('a room whose home did not arrive keeps its own name', () => {
  const found = stay(lives(at('room')), place('room', 'Room 9', partOf('home')));
  assert.deepEqual([found?.room, found?.home], ['Room 9', null]);
});

test('the home is found through corridor and floor, and no place above the building counts', () => {
  const found = stay(
    lives(at('room')),
    place('room', 'Room 9', partOf('floor')),
    place('floor', 'First floor', partOf('house')),
    place('house', 'The Laurels', {
      ...partOf('region'),
      physicalType: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/location-physical-type', code: 'bu' }],
      },
    }),
    place('region', 'Northern region'),
  );
  assert.deepEqual([found?.room, found?.home], ['Room 9', 'The Laurels']);
});

test('places that are part of each other in a circle come to an end', () => {
  const found = stay(lives(at('a')), place('a', 'Room 9', partOf('b')), place('b', 'Wing', partOf('a')));
  assert.equal(found?.room, 'Room 9');
  const itself = stay(lives(at('a')), place('a', 'Room 9', partOf('a')));
  assert.deepEqual([itself?.room, itself?.home], ['Room 9', null]);
});

test('the letter of another system is no state of a bed, and its words are said', () => {
  for (const [code, display, said] of [
    ['C', 'Clean', 'clean'],
    ['O', 'Out of order', 'out of order'],
    ['constructor', undefined, 'constructor'],
  ]) {
    const operationalStatus = { system: 'https://beds.example', code, display };
    const found = stay(
      lives(at('a')),
      place('a', 'Room 9', { ...partOf('b'), operationalStatus }),
      place('b', 'The Laurels'),
    );
    assert.equal(found?.room, `Room 9 (recorded as ${said})`);
  }
});

for (const [why, left] of [
  ['has ended', { period: { end: '2026-11-21T08:00:00Z' } }],
  ['ended on a day before', { period: { end: '2026-11-20' } }],
  ['is completed', { status: 'completed' }],
  ['is only planned', { status: 'planned' }],
  ['is only reserved', { status: 'reserved' }],
  ['begins tomorrow', { period: { start: '2026-11-22' } }],
] as const)
  test(`a room whose stay ${why} is not where the resident lives`, () => {
    const rooms = [place('old', 'Room 4', partOf('home')), place('new', 'Room 9', partOf('home'))];
    assert.equal(stay(lives(at('old', left), at('new')), ...rooms)?.room, 'Room 9');
    assert.equal(stay(lives(at('old', left)), ...rooms)?.room ?? null, null);
  });

test('a place that is part of no other is no room', () => {
  assert.equal(stay(lives(at('home')), place('home', 'The Laurels'))?.room ?? null, null);
});

for (const [why, fields, words] of [
  ['is suspended', { status: 'suspended' }, 'Room 9 (recorded as suspended)'],
  ['is no longer in use', { status: 'inactive' }, 'Room 9 (no longer in use)'],
  ['is closed', { operationalStatus: { code: 'C' } }, 'Room 9 (recorded as closed)'],
  ['is only a kind of place', { mode: 'kind' }, 'Room 9 (a kind of place)'],
  ['is occupied', { status: 'active', operationalStatus: { code: 'O' } }, 'Room 9'],
] as const)
  test(`a room that ${why} says so`, () => {
    const room = place('room', 'Room 9', { ...partOf('home', 'The Laurels'), ...fields });
    assert.equal(stay(lives(at('room')), room)?.room, words);
  });

test('of two rooms the one in use counts', () => {
  const rooms = [
    place('old', 'Room 2', { ...partOf('home'), status: 'inactive' }),
    place('room', 'Room 9', partOf('home')),
  ];
  assert.equal(stay(lives(at('old'), at('room')), ...rooms)?.room, 'Room 9');
});

test('the room is that of the stay in the home, whichever visit was sent first', () => {
  const visit = {
    ...lives(at('clinic')),
    id: 'a-visit',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
    type: [{ text: 'Clinic visit' }],
  };
  const places = [
    place('room', 'Room 9', partOf('home', 'The Laurels')),
    place('clinic', 'Room 2', partOf('surgery', 'Oak Surgery')),
  ];
  for (const both of [
    [visit, lives(at('room'))],
    [lives(at('room')), visit],
  ])
    assert.equal(stay(...both, ...places)?.room, 'Room 9');
});

test('a second place where the resident is now is not passed over', () => {
  const places = (...locations: readonly Json[]) =>
    value('identity', [
      about('Encounter', 'e', {
        status: 'in-progress',
        type: [{ text: 'Residential stay' }],
        period: { start: '2024-01-01' },
        location: locations.map((location) => ({ location })),
      }),
      { resourceType: 'Location', id: 'home', name: 'The Limes' },
      { resourceType: 'Location', id: 'floor', name: 'First floor', partOf: { reference: 'Location/home' } },
      { resourceType: 'Location', id: 'l1', name: 'Room 12', partOf: { reference: 'Location/floor' } },
      { resourceType: 'Location', id: 'l2', name: 'Room 9', partOf: { reference: 'Location/floor' } },
    ]);
  const to = (id: string) => ({ reference: `Location/${id}` });
  assert.deepEqual(places(to('l1'), { display: 'Room 14' }).more, [
    { name: 'also placed in', text: 'Room 14' },
  ]);
  assert.deepEqual(places(to('l1'), to('l2')).more, [{ name: 'also placed in', text: 'Room 9' }]);
  assert.equal(places(to('l1'), to('floor'), to('home')).more, undefined);
  assert.equal(places(to('l1'), { display: 'The Limes' }).more, undefined);
  assert.equal(places(to('l1'), to('l1')).more, undefined);
});

const typed = (code: string) => ({
  physicalType: {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/location-physical-type', code }],
  },
});

for (const [what, code] of [
  ['a site', 'si'],
  ['a building', 'bu'],
  ['a house', 'ho'],
] as const)
  test(`the home is ${what}, and not the trust that it is part of`, () => {
    const found = stay(
      lives(at('room')),
      place('room', 'Room 9', partOf('home')),
      place('home', 'The Laurels', { ...partOf('trust'), ...typed(code) }),
      place('trust', 'Northern Care Trust'),
    );
    assert.equal(found?.home, 'The Laurels');
  });

test('a level without a name, and a reference to no more than a display, do not hide the home', () => {
  const room = place('room', 'Room 9', partOf('home'));
  const { name: _, ...nameless } = place('top', '');
  const belowNothing = [place('home', 'The Laurels', partOf('top')), nameless];
  assert.equal(stay(lives(at('room')), room, ...belowNothing)?.home, 'The Laurels');
  const belowAbsent = [place('home', 'The Laurels', partOf('absent'))];
  assert.equal(stay(lives(at('room')), room, ...belowAbsent)?.home, 'The Laurels');
  const floor = place('home', 'First floor', partOf('absent', 'The Laurels'));
  assert.equal(stay(lives(at('room')), room, floor)?.home, 'The Laurels');
});

test('a home that is no longer in use says so, and what else its room states is shown', () => {
  const resources = [
    PATIENT,
    lives(at('room')),
    place('room', 'Room 9', { ...partOf('home'), description: 'Shared with her husband' }),
    place('home', 'The Laurels', { status: 'inactive' }),
  ];
  const { more } = value('identity', [], { resources });
  assert.deepEqual(more, [
    { name: 'description', text: 'Shared with her husband' },
    { name: 'The Laurels', text: 'no longer in use' },
  ]);
});

test('the data report names the identity among the places of a visit that says the room', () => {
  const visit = { ...lives(at('room')), type: [{ text: 'Bed allocation' }] };
  const resources = [visit, place('room', 'Room 9', partOf('home', 'The Laurels'))];
  assert.deepEqual(fate('lives', resources), { state: 'shown', sections: ['identity', 'events'] });
});
