import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passOf, passReaches, type RolePeriod } from './pass.ts';
import { ROLE_IDS, ROLES } from './roles.ts';

const ROWAN = { home: 'rowan', resident: null };
const AGENCY = ROLES['agency-carer'];
const period = (start: string | null, end: string | null = null): RolePeriod => ({ start, end });

const shift = (start: string | null, end: string | null, now: string) => {
  const pass = passOf(AGENCY, period(start, end), now, ROWAN);
  return pass.state === 'none' ? pass.why : pass.until;
};

test('an agency’s shift ends twelve hours after its start, or at its recorded end where that is earlier', () => {
  const start = '2026-11-21T20:00:00Z';
  assert.equal(shift(start, null, '2026-11-21T20:00:00Z'), '2026-11-22T08:00:00.000Z');
  assert.equal(shift(start, '2026-11-22T07:30:00Z', '2026-11-22T07:29:59Z'), '2026-11-22T07:30:00.000Z');
  assert.equal(shift(start, '2026-11-30', '2026-11-22T07:59:59Z'), '2026-11-22T08:00:00.000Z');
  assert.equal(shift(start, '2026-11-22T07:30:00Z', '2026-11-22T07:30:00Z'), 'ended');
  assert.equal(shift(start, null, '2026-11-22T08:00:00Z'), 'ended');
  assert.equal(shift(start, null, '2026-11-21T19:59:59Z'), 'not-begun');
});

test('twelve hours are twelve hours in the nights on which the clocks change', () => {
  // 25-Oct-2026: 20:00 BST to 07:00 GMT. 29-Mar-2026: 20:00 GMT to 09:00 BST.
  assert.equal(shift('2026-10-24T20:00:00+01:00', null, '2026-10-25T06:59:59Z'), '2026-10-25T07:00:00.000Z');
  assert.equal(shift('2026-10-24T20:00:00+01:00', null, '2026-10-25T07:00:00Z'), 'ended');
  assert.equal(shift('2026-03-28T20:00:00Z', null, '2026-03-29T08:59:59+01:00'), '2026-03-29T08:00:00.000Z');
  // The hour that happens twice: the offset says which of the two.
  assert.equal(
    shift('2026-10-24T20:00:00Z', '2026-10-25T01:30:00+01:00', '2026-10-25T00:00:00Z'),
    '2026-10-25T00:30:00.000Z',
  );
  assert.equal(
    shift('2026-10-24T20:00:00Z', '2026-10-25T01:30:00Z', '2026-10-25T00:45:00Z'),
    '2026-10-25T01:30:00.000Z',
  );
});

test('a day as an end lasts to its midnight in London, in summer too', () => {
  assert.equal(
    shift('2026-07-01T20:00:00+01:00', '2026-07-01', '2026-07-01T22:59:59Z'),
    '2026-07-01T23:00:00.000Z',
  );
  assert.equal(shift('2026-07-01T20:00:00+01:00', '2026-07-01', '2026-07-01T23:00:00Z'), 'ended');
  assert.equal(shift('2026-12-31T20:00:00Z', '2026', '2026-12-31T23:30:00Z'), '2027-01-01T00:00:00.000Z');
});

test('a shift without the time of its start is none, and so is one whose dates cannot be read', () => {
  assert.equal(shift(null, '2026-11-22', '2026-11-21T20:00:00Z'), 'no-start-time');
  assert.equal(shift('2026-11-21', null, '2026-11-21T20:00:00Z'), 'no-start-time');
  assert.equal(shift('2026-11-21T20:00:00Z', 'Sunday', '2026-11-21T21:00:00Z'), 'unreadable');
  assert.equal(shift('2026-11-21T20:00', null, '2026-11-21T21:00:00Z'), 'unreadable');
  assert.equal(shift('2026-11-21T20:00:00Z', null, 'now'), 'unreadable');
});

test('an agency’s pass names one home, and reaches no other and nobody after its end', () => {
  const given = period('2026-11-21T20:00:00Z');
  const now = '2026-11-21T21:00:00Z';
  assert.deepEqual(passOf(AGENCY, given, now, { home: null, resident: 'r1' }), {
    state: 'none',
    why: 'no-home',
  });
  const pass = passOf(AGENCY, given, now, ROWAN);
  assert.equal(passReaches(pass, { home: 'rowan', resident: 'r1' }, now), true);
  for (const home of ['elm', null]) assert.equal(passReaches(pass, { home, resident: 'r1' }, now), false);
  assert.equal(passReaches(pass, { home: 'rowan', resident: 'r1' }, '2026-11-22T08:00:00Z'), false);
  assert.equal(passReaches(pass, { home: 'rowan', resident: 'r1' }, 'later'), false);
  assert.equal(passReaches({ state: 'none', why: 'ended' }, ROWAN, now), false);
});

test('a visiting clinician’s pass names one resident and a shift, and reaches nobody else', () => {
  const visiting = ROLES['visiting-clinician'];
  const given = period('2026-11-21T09:00:00Z');
  const now = '2026-11-21T10:00:00Z';
  assert.deepEqual(passOf(visiting, given, now, ROWAN), { state: 'none', why: 'no-resident' });
  const pass = passOf(visiting, given, now, { home: 'rowan', resident: 'r1' });
  assert.equal(passReaches(pass, { home: 'rowan', resident: 'r1' }, now), true);
  for (const resident of ['r2', null])
    assert.equal(passReaches(pass, { home: 'rowan', resident }, now), false);
  assert.equal(passReaches(pass, { home: 'rowan', resident: 'r1' }, '2026-11-21T21:00:00Z'), false);
});

test('every other role lasts until its recorded end, and without one for as long as it stands', () => {
  for (const id of ROLE_IDS.filter((one) => ROLES[one].pass === null)) {
    const now = '2026-11-21T12:00:00Z';
    const until = (given: RolePeriod) => {
      const pass = passOf(ROLES[id], given, now, { home: null, resident: null });
      return pass.state === 'none' ? pass.why : pass.until;
    };
    assert.equal(until(period(null)), null, id);
    assert.equal(until(period('2020', '2026-11-21')), '2026-11-22T00:00:00.000Z');
    assert.equal(until(period('2020', '2026-11-20')), 'ended');
    assert.equal(until(period('2026-11-22')), 'not-begun');
    assert.equal(until(period('2020', '2026-02-30')), 'unreadable');
  }
});
