import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roleNow, type HeldRole } from './held-role.ts';
import type { RoleId } from './role.ts';

const NOW = '2026-11-21T12:00:00Z';
const ROWAN = { home: 'rowan', resident: null };
const held = (role: RoleId, start: string | null = null, end: string | null = null): HeldRole => ({
  role,
  said: null,
  organisation: { reference: 'Organization/rowan', name: 'Rowan Court' },
  period: { start, end },
});

test('one role in force is the role of now, and of several the person chooses', () => {
  const [nurse, manager] = [held('nurse'), held('home-manager')];
  assert.deepEqual(roleNow([nurse], NOW, ROWAN), { state: 'one', held: nurse });
  assert.deepEqual(roleNow([nurse, manager], NOW, ROWAN), { state: 'choose', between: [nurse, manager] });
});

test('a role that has ended, or has not begun, is no role: without another there is none', () => {
  const [ended, later] = [held('gp', null, '2026-11-20'), held('gp', '2026-11-22')];
  assert.deepEqual(roleNow([ended, later], NOW, ROWAN), { state: 'none' });
  assert.deepEqual(roleNow([ended, held('carer')], NOW, ROWAN), { state: 'one', held: held('carer') });
  assert.deepEqual(roleNow([], NOW, ROWAN), { state: 'none' });
});

test('a role that nobody has mapped is no choice beside one that somebody has, and is the least alone', () => {
  const [odd, nurse] = [held('unknown'), held('nurse')];
  assert.deepEqual(roleNow([odd, nurse], NOW, ROWAN), { state: 'one', held: nurse });
  assert.deepEqual(roleNow([odd, odd], NOW, ROWAN), { state: 'one', held: odd });
});

test('an agency’s shift that is over is no role, nor one for no home', () => {
  const shift = held('agency-carer', '2026-11-21T08:00:00Z');
  assert.equal(roleNow([shift], NOW, ROWAN).state, 'one');
  assert.equal(roleNow([shift], '2026-11-21T20:00:00Z', ROWAN).state, 'none');
  assert.equal(roleNow([shift], NOW, { home: null, resident: null }).state, 'none');
});
