import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HeldRole, RoleId } from '@ehch/clinical/roles';
import type { PlaceConfiguration } from '@ehch/clinical';
import { roleFor, roleOf } from './role-of.ts';

const NOW = '2026-11-21T22:00:00Z';
const home = (id: string) => ({ id }) as PlaceConfiguration['homes'][number];
const ONE_HOME = { homes: [home('rowan')] };

const held = (role: RoleId, period: Partial<HeldRole['period']> = {}): HeldRole => ({
  role,
  said: null,
  organisation: { reference: 'Organization/rowan', name: null },
  period: { start: null, end: null, ...period },
});
const as = (roles: readonly HeldRole[] | null, visits: string | null = null, place = ONE_HOME, now = NOW) =>
  roleOf({ held: roles, visits }, place, now);

test('one role in force is the role, in the record’s own words where it has any', () => {
  assert.deepEqual([as([held('nurse')]).role.id, as([held('nurse')]).words], ['nurse', 'Nurse of the home']);
  assert.equal(as([{ ...held('nurse'), said: 'RGN, nights' }]).words, 'RGN, nights');
});

test('whoever has no role that is known here, or several, sees the least and is told so', () => {
  for (const [roles, words] of [
    [null, /could not be read/],
    [[], /No role of yours is in force/],
    [[held('unknown')], /not known here/],
    [[held('nurse'), held('gp')], /several roles/],
    [[held('nurse', { end: '2026-11-20' })], /No role of yours is in force/],
  ] as const) {
    const { role, words: said } = as(roles);
    assert.equal(role.id, 'unknown', said);
    assert.match(said, words);
    assert.match(said, /you see the least/);
  }
});

test('an agency’s shift ends by itself after twelve hours, and is for the one home of the PC', () => {
  const shift = held('agency-nurse', { start: '2026-11-21T20:00:00Z' });
  assert.equal(as([shift]).role.id, 'agency-nurse');
  assert.equal(as([shift], null, ONE_HOME, '2026-11-22T08:00:00Z').role.id, 'unknown');
  assert.equal(as([shift], null, { homes: [home('rowan'), home('birch')] }).role.id, 'unknown');
});

test('a visitor has a role for one resident alone', () => {
  const visit = held('visiting-clinician', { start: '2026-11-21T20:00:00Z' });
  const works = as([visit], 'resident-1');
  assert.equal(roleFor('resident-1', works, NOW).id, 'visiting-clinician');
  assert.equal(roleFor('resident-2', works, NOW).id, 'unknown');
  assert.equal(roleFor('resident-1', works, '2026-11-22T08:00:00Z').id, 'unknown', 'the shift is over');
  assert.equal(as([visit]).role.id, 'unknown', 'the sign-in names nobody');
});
