import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Identity, PlaceConfiguration } from '@ehch/clinical';
import { fate, PATIENT, PLACE, value, type Json } from '../../../record.fixtures.ts';

type Input = Parameters<typeof value>[2];

const of = (fields: Json, others: readonly Json[] = [], input: Input = {}): Identity =>
  value('identity', [], { ...input, resources: [{ ...PATIENT, ...fields }, ...others] });
const numbers = (...identifier: readonly Json[]) => of({ identifier }).otherNumbers;
const label = (text: string) => ({ type: { text } });

test('the report of the data says that the Patient record is shown with the identity', () => {
  const { state, ...where } = fate(String(PATIENT['id']), []);
  assert.equal(state, 'shown');
  assert.ok('sections' in where && where.sections.includes('identity'));
});

test('a number of another system is shown under its label, and without one only where a person can compare it', () => {
  assert.deepEqual(numbers({ ...label('Hospital number'), value: 'H 12' }), [
    { label: 'Hospital number', value: 'H 12' },
  ]);
  const [short, long] = ['1'.repeat(20), '1'.repeat(21)];
  assert.deepEqual(numbers({ value: short }), [{ label: 'Number of another system', value: short }]);
  assert.deepEqual(numbers({ value: long }), []);
  assert.deepEqual(numbers({ ...label('Key'), value: long }), [{ label: 'Key', value: long }]);
});

test('a name or a number whose period cannot be read is in use, and a caution says so', () => {
  for (const period of [{ end: 'soon' }, { start: 'soon' }])
    for (const fields of [
      { name: [{ family: 'Ashworth', period }] },
      { name: [{ family: 'Ashworth' }, { use: 'nickname', text: 'Maggie', period }] },
      { identifier: [{ ...label('Hospital number'), value: 'H 12', period }] },
    ])
      assert.deepEqual(of(fields).cautions, ['partly-unreadable'], JSON.stringify(fields));
});

test('a number that is no longer used, or has no value, is not shown', () => {
  assert.deepEqual(
    numbers(
      { ...label('Hospital number'), value: 'H 1', use: 'old' },
      { ...label('Hospital number'), value: 'H 2', period: { end: '2026-11-20' } },
      { ...label('Hospital number') },
      { ...label('Hospital number'), value: 'H 3', period: { end: '2026-11-30' } },
    ),
    [{ label: 'Hospital number', value: 'H 3' }],
  );
});

test('a CHI number is known by its label or by its system, in any spelling, and by neither alone in a word', () => {
  const chi = { label: 'CHI number (Scotland)', value: '0101381234' };
  for (const by of [
    label('chi'),
    label('Number (CHI)'),
    { system: 'urn:oid:2.16/chi' },
    { system: 'https://phfapi.digitalhealthcare.scot/CHI-number' },
  ])
    assert.deepEqual(numbers({ ...by, value: chi.value }), [chi], JSON.stringify(by));
  assert.deepEqual(numbers({ ...label('Chiropody'), value: '1' }), [{ label: 'Chiropody', value: '1' }]);
});

test('a year of birth is doubted beyond the oldest age of which anybody knows, and not before', () => {
  assert.deepEqual(of({ birthDate: '1903-01-01' }).cautions, []);
  assert.deepEqual(of({ birthDate: '1902-12-31' }).cautions, ['implausible']);
});

test('a death on the day of birth, or in its year, is possible; one on the day before is not', () => {
  const cautions = (birthDate: string, deceasedDateTime: string) =>
    of({ birthDate, deceasedDateTime }).cautions;
  assert.deepEqual(cautions('1938-04-09', '1938-04-09'), []);
  assert.deepEqual(cautions('1938-04-09', '1938'), []);
  assert.deepEqual(cautions('1938-04-09', '1938-04-08'), ['implausible']);
});

test('a record that was closed because the resident died is not doubted for that', () => {
  assert.deepEqual(of({ active: false, deceasedBoolean: true }).cautions, []);
});

const OFFICIAL = { use: 'official', family: 'Ashworth', given: ['Margaret'] };

test('a nickname comes before a usual name, and an official given name in other letters is no preferred name', () => {
  const usual = { use: 'usual', given: ['Meg'] };
  const nickname = { use: 'nickname', given: ['Peggy'] };
  for (const name of [
    [OFFICIAL, usual, nickname],
    [nickname, usual, OFFICIAL],
  ])
    assert.equal(of({ name }).preferredName, 'Peggy');
  assert.equal(of({ name: [OFFICIAL, { use: 'usual', given: ['MARGARET'] }] }).preferredName, null);
  const ended = { ...nickname, period: { end: '2020' } };
  assert.equal(of({ name: [OFFICIAL, ended, usual] }).preferredName, 'Meg');
});

const practice = (id: string, name: string, fields: Json = {}): Json => ({
  resourceType: 'Organization',
  id,
  name,
  ...fields,
});
const registered = (...ids: readonly string[]) => ({
  generalPractitioner: ids.map((id) => ({ reference: `Organization/${id}` })),
});

test('of two practices the one in use counts, and a closed one says so where there is no other', () => {
  const closed = practice('old', 'Elm Surgery', { active: false });
  const open = practice('new', 'Oak Surgery');
  assert.equal(of(registered('old', 'new'), [closed, open]).gpPractice?.name, 'Oak Surgery');
  assert.match(of(registered('old'), [closed]).gpPractice?.name ?? '', /^Elm Surgery \(.+\)$/);
  assert.equal(of({}).gpPractice, null);
});

test('a practice with which the home does not work is known by its name and its code, and by neither unknown', () => {
  const place = (...practices: readonly string[]): PlaceConfiguration => ({
    ...PLACE,
    homes: practices.map((practice, at) => ({
      id: `h${at}`,
      name: 'Rowan Court',
      kind: 'residential',
      roster: { kind: 'group', id: 'g' },
      practice,
    })),
  });
  const usual = (input: Input) =>
    of({ generalPractitioner: [{ display: 'Oak Surgery', identifier: { value: 'A81001' } }] }, [], input)
      .gpPractice?.usualForThisHome;
  assert.equal(usual({ place: place('OAK SURGERY') }), true);
  assert.equal(usual({ place: place('Elm Surgery', 'A81001') }), true);
  assert.equal(usual({ place: place('Elm Surgery') }), false);
  assert.equal(usual({ place: place() }), null);
  assert.equal(usual({}), null);
});

test('a name that is only an old, a temporary or an invented one says so', () => {
  const more = (use: string) => {
    const found = value('identity', [], {
      resources: [{ ...PATIENT, name: [{ use, family: 'Ashworth', given: ['Margaret'] }] }],
    });
    return found.more ?? [];
  };
  assert.deepEqual(more('old'), [{ name: 'kind of name', text: 'no longer used' }]);
  assert.deepEqual(more('anonymous'), [{ name: 'kind of name', text: 'anonymous, not the real name' }]);
  assert.deepEqual(more('temp'), [{ name: 'kind of name', text: 'temporary' }]);
  assert.deepEqual(more('maiden'), [{ name: 'kind of name', text: 'name before marriage' }]);
  for (const use of ['official', 'usual']) assert.deepEqual(more(use), []);
});
