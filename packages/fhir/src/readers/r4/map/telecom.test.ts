import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cautions } from '../cautions.ts';
import { leaveOtherTelecom, phonesOf } from './telecom.ts';

const NOW = { today: '2026-11-21', input: { now: '2026-11-21T09:30:00Z' } };
const phone = (value: string, fields = {}) => ({ system: 'phone', value, ...fields }) as const;
const phones = (...telecom: Parameters<typeof phonesOf>[0] & {}) => phonesOf(telecom, NOW);

test('each number says where it rings, and one that does not say rings anywhere', () => {
  assert.deepEqual(
    phones(
      phone('1', { use: 'home' }),
      phone('2', { use: 'work' }),
      phone('3', { use: 'temp' }),
      phone('4', { use: 'mobile' }),
      phone('5'),
      phone('6', { use: 'constructor' }),
    ),
    ['1 (home)', '2 (work)', '3 (temporary)', '4 (mobile)', '5', '6'],
  );
});

test('a number for text messages can be rung, and an address or a fax cannot', () => {
  assert.deepEqual(
    phones(
      { system: 'sms', value: '1' },
      { system: 'fax', value: '2' },
      { system: 'email', value: '3' },
      { value: '4' },
    ),
    ['1'],
  );
});

test('a number that is old, has ended, begins later or has no digits is not rung', () => {
  assert.deepEqual(
    phones(
      phone('1', { use: 'old' }),
      phone('2', { period: { end: '2026-11-20' } }),
      phone('3', { period: { start: '2026-11-22' } }),
      phone(' '),
      phone('5', { period: { start: '2026-11-21', end: '2026-11-21' } }),
    ),
    ['5'],
  );
  assert.deepEqual(phonesOf(undefined, NOW), []);
});

test('a number that ended at an hour of today is not rung after it, and one that ends later today is', () => {
  const ends = (end: string) => phones(phone('1', { period: { end } }));
  assert.deepEqual(ends('2026-11-21T09:00:00Z'), []);
  assert.deepEqual(ends('2026-11-21T18:00:00Z'), ['1']);
});

test('the preferred number comes first, and those without a rank keep their order behind it', () => {
  assert.deepEqual(phones(phone('1'), phone('2', { rank: 2 }), phone('3'), phone('4', { rank: 1 })), [
    '4',
    '2',
    '1',
    '3',
  ]);
});

test('a number that is no longer rung is named with its end, and so is an address', () => {
  const cautions = new Cautions();
  const points: Parameters<typeof phonesOf>[0] = [
    phone('1', { use: 'old' }),
    phone('2', { period: { end: '2026-11-20' } }),
    phone('3', { use: 'old', period: { end: '2026-05' } }),
    { system: 'email', value: 'a@b.example', period: { end: '2025-01-31' } },
    { value: '5', use: 'old' },
    phone('6', { period: { start: '2026-11-22' } }),
    phone('7'),
  ];
  leaveOtherTelecom(points, NOW, cautions);
  assert.deepEqual(
    cautions.more.map(({ name, text }) => [name, text]),
    [
      ['phone no longer in use', '1'],
      ['phone no longer in use, until 20-Nov-2026', '2'],
      ['phone no longer in use, until May-2026', '3'],
      ['email no longer in use, until 31-Jan-2025', 'a@b.example'],
      ['contact detail no longer in use', '5'],
      ['phone from a later day', '6'],
    ],
  );
});

test('a number whose period cannot be read is rung, and its caution says so', () => {
  for (const period of [{ end: 'soon' }, { start: 'soon' }]) {
    const cautions = new Cautions();
    const points = [phone('1', { period })];
    assert.deepEqual(phones(...points), ['1']);
    leaveOtherTelecom(points, NOW, cautions);
    assert.deepEqual([...cautions], ['partly-unreadable']);
  }
});
