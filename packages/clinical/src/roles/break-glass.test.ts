import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askToBreak, breakGlass, glassHolds, type GlassAsked } from './break-glass.ts';
import { ROLE_IDS, ROLES } from './roles.ts';

const AT = '2026-11-21T02:10:00Z';

function asked(reason = 'Found on the floor'): Extract<GlassAsked, { state: 'asked' }> {
  const answer = askToBreak(ROLES.carer, 'r1', reason);
  assert.ok(answer.state === 'asked');
  return answer;
}

test('who may break the glass is written here too: those from whom something is withheld that care may need', () => {
  const may = ROLE_IDS.filter((id) => askToBreak(ROLES[id], 'r1', 'Found on the floor').state === 'asked');
  assert.deepEqual(may, ['care-coordinator', 'senior-carer', 'carer', 'agency-carer']);
});

test('a reason says something in words', () => {
  for (const none of [
    '',
    '          ',
    'need it',
    '..........',
    '1234567890',
    'xxxxxxxxxxxx',
    'a b c d e f g',
    'w'.repeat(40),
  ])
    assert.equal(askToBreak(ROLES.carer, 'r1', none).state, 'refused', none);
  assert.equal(askToBreak(ROLES.carer, 'r1', 'too long '.repeat(100)).state, 'refused');
  assert.equal(asked('  Found on\u202E the floor \n').audit.reason, 'Found on the floor');
});

test('the audit has it before anybody sees more: what the audit does not take breaks nothing', async () => {
  const order: string[] = [];
  const clock = () => {
    order.push('clock');
    return AT;
  };
  const note = async (audit: unknown) => {
    assert.deepEqual(audit, { action: 'break-glass', resident: 'r1', reason: 'Found on the floor' });
    await Promise.resolve();
    order.push('audit');
  };
  const glass = await breakGlass(asked(), note, clock);
  assert.deepEqual(order, ['audit', 'clock']);
  assert.deepEqual(glass, {
    resident: 'r1',
    reason: 'Found on the floor',
    from: AT,
    until: '2026-11-21T02:25:00.000Z',
  });
  const full = async () => Promise.reject(new Error('The disk is full.'));
  await assert.rejects(breakGlass(asked(), full, clock), /disk is full/);
});

test('the glass is whole again after 15 minutes, for anybody else, and where the clock was set back', async () => {
  const glass = await breakGlass(
    asked(),
    () => Promise.resolve(),
    () => AT,
  );
  assert.equal(glassHolds(glass, 'r1', AT), true);
  assert.equal(glassHolds(glass, 'r1', '2026-11-21T02:24:59Z'), true);
  assert.equal(glassHolds(glass, 'r1', '2026-11-21T02:25:00Z'), false);
  assert.equal(glassHolds(glass, 'r1', '2026-11-21T02:09:59Z'), false);
  assert.equal(glassHolds(glass, 'r1', 'now'), false);
  assert.equal(glassHolds(glass, 'r2', AT), false);
});

test('a value that claims more than 15 minutes counts for nothing', () => {
  const glass = { resident: 'r1', reason: 'Found on the floor', from: AT, until: '2026-11-21T09:00:00Z' };
  assert.equal(glassHolds(glass, 'r1', AT), false);
});
