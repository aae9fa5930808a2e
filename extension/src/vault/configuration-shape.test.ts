import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { configurationShape } from './configuration-shape.ts';

const build = (isDemo: boolean) => Object.assign(globalThis, { __DEMO__: isDemo });
afterEach(() => build(true));

const CONFIGURATION = {
  fhirBaseUrl: 'https://record.example/fhir',
  sourceLabel: 'Shared record',
  place: {
    id: 'laurels',
    title: 'The Laurels',
    version: '1',
    owner: 'Area',
    dated: '2026-11-01',
    signedOff: null,
    homes: [
      {
        id: 'home',
        name: 'The Laurels',
        kind: 'nursing',
        roster: { kind: 'group', id: 'residents' },
        practice: null,
      },
    ],
    bankHolidays: ['2026-12-25'],
    staleAfterMinutes: 60,
    contacts: [],
  },
};
const isTaken = (more: object) => configurationShape.safeParse({ ...CONFIGURATION, ...more }).success;
const isServer = (fhirBaseUrl: string) => isTaken({ fhirBaseUrl });

for (const isDemo of [true, false])
  test(`a server’s address is https, without a user name or password (demo: ${isDemo})`, () => {
    build(isDemo);
    assert.equal(isServer('https://record.example/fhir'), true);
    for (const address of [
      'http://record.example/fhir',
      'https://nurse@record.example/fhir',
      'https://:word@record.example/fhir',
      'https://*.example/fhir',
      'ftp://record.localhost/fhir',
      'file:///etc/fhir',
      'record.example/fhir',
      `https://record.example/${'x'.repeat(500)}`,
    ])
      assert.equal(isServer(address), false, address);
  });

test('only a demo build speaks http, and only with this machine', () => {
  build(true);
  assert.equal(isServer('http://ehch.localhost:8103/fhir'), true);
  assert.equal(isServer('http://nurse:word@ehch.localhost:8103/fhir'), false);
  assert.equal(isServer('http://localhost.example/fhir'), false);
  build(false);
  assert.equal(isServer('http://ehch.localhost:8103/fhir'), false);
});

test('half a place is no place: a missing, misspelt or out-of-range field is refused', () => {
  build(false);
  const { place } = CONFIGURATION;
  const [home] = place.homes;
  const isPlace = (more: object) => isTaken({ place: { ...place, ...more } });
  const isHome = (more: object) => isPlace({ homes: [{ ...home, ...more }] });
  assert.equal(isPlace({}), true);
  for (const more of [
    { staleAfterMinutes: 0 },
    { staleAfterMinutes: 10_081 },
    { staleAfterMinutes: 1.5 },
    { owner: '' },
    { dated: '1 November 2026' },
    { bankHolidays: ['25/12/2026'] },
    { contacts: undefined },
    { surprise: true },
  ])
    assert.equal(isPlace(more), false, JSON.stringify(more));
  for (const more of [
    { kind: 'hospital' },
    { roster: { kind: 'everybody', id: 'x' } },
    { roster: { kind: 'group', id: '' } },
    { round: { weekday: 7, time: '14:00' } },
    { round: { weekday: 2, time: '2 pm' } },
  ])
    assert.equal(isHome(more), false, JSON.stringify(more));
});

test('a contact may be open on working days, every day, or at weekends and on holidays', () => {
  build(false);
  const { place } = CONFIGURATION;
  const isOpen = (hours: object) =>
    isTaken({
      place: { ...place, contacts: [{ id: 'gp', name: 'Surgery', phone: '01632 960001', hours: [hours] }] },
    });
  for (const days of ['working-days', 'every-day', 'weekends-and-holidays'])
    assert.equal(isOpen({ days, from: '08:00', to: '18:30' }), true, days);
  assert.equal(isOpen({ days: 'mondays', from: '08:00', to: '18:30' }), false);
  assert.equal(isOpen({ days: 'every-day', from: '8', to: '18:30' }), false);
});

test('a home may have a round on any weekday, be of either kind, and keep its roster in any of three ways', () => {
  build(false);
  const { place } = CONFIGURATION;
  const [home] = place.homes;
  const isHome = (more: object) => isTaken({ place: { ...place, homes: [{ ...home, ...more }] } });
  for (const kind of ['nursing', 'residential']) assert.equal(isHome({ kind }), true, kind);
  for (const kind of ['group', 'list', 'location'])
    assert.equal(isHome({ roster: { kind, id: 'a' } }), true, kind);
  for (const weekday of [0, 6]) assert.equal(isHome({ round: { weekday, time: '14:00' } }), true);
  assert.equal(isHome({ round: { weekday: -1, time: '14:00' } }), false);
  const minutes = (staleAfterMinutes: number) => isTaken({ place: { ...place, staleAfterMinutes } });
  assert.deepEqual([minutes(1), minutes(10_080)], [true, true]);
});

test('a place without a server is not taken: the extension keeps no record on the disk yet', () => {
  build(false);
  assert.equal(isTaken({ place: { ...CONFIGURATION.place, server: 'none' } }), false);
  assert.equal(isTaken({ place: CONFIGURATION.place }), true);
});
