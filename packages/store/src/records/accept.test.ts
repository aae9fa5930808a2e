import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accepts, tombstoneOf } from './accept.ts';
import { compareUpdated } from './compare-updated.ts';

const at = (second: number) => `2026-11-21T09:00:0${second}Z`;
const row = (version: string | null, updated: string | null) => ({ version, updated });

test('R2: the order of two times is that of the instants, to the last digit, or unknown', () => {
  assert.ok((compareUpdated('2026-11-21T10:00:00+01:00', '2026-11-21T09:00:01Z') ?? 0) < 0);
  assert.equal(compareUpdated('2026-11-21T09:00:00Z', '2026-11-21T09:00:00.000Z'), 0);
  assert.ok((compareUpdated('2026-11-21T09:00:00.1234Z', '2026-11-21T09:00:00.123Z') ?? 0) > 0);
  assert.ok((compareUpdated('2026-11-21T09:00:00.12349Z', '2026-11-21T09:00:00.1235Z') ?? 0) < 0);
  assert.equal(compareUpdated(null, at(1)), null);
  assert.equal(compareUpdated('yesterday', at(1)), null);
});

test('R1–R3: what arrives, beside what is held', () => {
  const cases: readonly (readonly [string, Parameters<typeof accepts>[0], boolean])[] = [
    ['nothing is held', { held: undefined, row: row('1', at(1)), isSameText: false }, true],
    ['the same text', { held: row('1', at(1)), row: row('1', at(1)), isSameText: true }, false],
    [
      'other labels in the same version',
      { held: row('1', at(1)), row: row('1', at(1)), isSameText: false },
      true,
    ],
    ['older', { held: row('2', at(2)), row: row('1', at(1)), isSameText: false }, false],
    ['newer', { held: row('1', at(1)), row: row('2', at(2)), isSameText: false }, true],
    ['without times', { held: row('2', null), row: row('1', null), isSameText: false }, true],
    [
      'older, after a restore',
      { held: row('2', at(2)), row: row('1', at(1)), isSameText: false, isRestored: true },
      true,
    ],
  ];
  for (const [what, arrived, expected] of cases) assert.equal(accepts(arrived), expected, what);
});

test('R3: a tombstone beside what arrives', () => {
  const gone = { version: '3', updated: at(3), isDeleted: true } as const;
  const arrives = (version: string, updated: string | null, isRestored = false) =>
    accepts({ held: gone, row: row(version, updated), isSameText: false, isRestored });
  assert.equal(arrives('3', at(3)), false);
  assert.equal(arrives('2', at(2)), false);
  assert.equal(arrives('4', at(4)), true);
  assert.equal(arrives('3', null), false, 'the deleted version, without a time');
  assert.equal(arrives('4', null), true, 'another version, without a time');
  assert.equal(arrives('2', at(2), true), true, 'after a restore');
  assert.equal(arrives('3', at(4)), false, 'a list may lag, and be stamped anew');
  const answer = (updated: string) =>
    accepts({ held: gone, row: row('3', updated), isSameText: false, isAnswer: true });
  assert.equal(answer(at(4)), true, 'the answer to a write, by a server that was set back');
  assert.equal(answer(at(3)), false, 'an answer that was overtaken by the deletion');
  const returned = { held: gone, row: row('3', at(3)), isSameText: false, isReturned: true };
  assert.equal(accepts(returned), true, 'read by its id after the tombstone');
});

test('R3: a deletion leaves a tombstone, unless what is held is newer', () => {
  assert.deepEqual(tombstoneOf(row('3', at(3)), at(4)), { version: '3', updated: at(4), isDeleted: true });
  assert.deepEqual(tombstoneOf(row('3', at(3)), null), { version: '3', updated: at(3), isDeleted: true });
  assert.equal(tombstoneOf(row('3', at(3)), at(2)), null);
  assert.deepEqual(tombstoneOf(undefined, at(2)), { version: null, updated: at(2), isDeleted: true });
  assert.equal(tombstoneOf({ version: '3', updated: at(3), isDeleted: true }, null), null, 'gone already');
});
