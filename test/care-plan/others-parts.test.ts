import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodyOf, chosen, form, frame, goal, pressed, task, type Json } from './hostile.ts';

test('another step of a goal leaves every other target, and what others wrote on this one', () => {
  const step = {
    id: 'a',
    measure: { text: 'Today’s step' },
    detailString: 'Sit',
    dueDate: '2026-12-01',
    extension: [{ url: 'http://example.org/x', valueString: 'y' }],
  };
  const second = { measure: { text: 'Today’s step' }, detailString: 'Second' };
  const old = goal({
    target: [step, { measure: { text: 'Distance' }, detailQuantity: { value: 3 } }, second],
  });
  const before = { want: 'Walk', step: 'Sit', with: null, saidBy: 'herself', due: null };
  const seen = { ...old, expressedBy: { display: 'herself' } };
  const after = pressed(
    { of: 'goal', act: 'change', line: 'Goal/g', before, after: { ...before, step: 'Stand' } },
    seen,
  );
  const target = [{ ...step, detailString: 'Stand' }, ...(old['target'] as Json[]).slice(1)];
  assert.equal(
    JSON.stringify(after),
    JSON.stringify({ ...old, target, expressedBy: { display: 'herself' } }),
  );
});

test('another title leaves the day on which a plan was made, its author, and everything else byte for byte', () => {
  const old = frame({
    period: { start: '2024-01-01', end: '2026-12-01' },
    author: { reference: 'Practitioner/9' },
    extension: [{ url: 'http://example.org/x', valueString: 'y' }],
    contained: [{ resourceType: 'Goal', id: 'g1', lifecycleStatus: 'active', description: { text: 'Sing' } }],
    activity: [{ detail: { status: 'not-started', doNotPerform: true, description: 'Lift' } }],
  });
  const before = { title: 'Plan', reviewBy: '2026-12-01' };
  const after = pressed(
    { of: 'frame', act: 'change', line: 'CarePlan/c', before, after: { ...before, title: 'New title' } },
    old,
  );
  assert.equal(JSON.stringify(after), JSON.stringify({ ...old, title: 'New title' }));
});

test('a plan that gets another review is made anew on that day', () => {
  const old = frame({ period: { start: '2024-01-01', end: '2026-12-01' } });
  const before = { title: 'Plan', reviewBy: '2026-12-01' };
  const after = pressed(
    { of: 'frame', act: 'change', line: 'CarePlan/c', before, after: { ...before, reviewBy: '2027-03-01' } },
    old,
  );
  assert.deepEqual(after['period'], { start: '2026-11-21', end: '2027-03-01' });
});

test('a proposal that another system drafted ends as what it is', () => {
  const draft = frame({ status: 'draft' });
  const plan = pressed(
    { of: 'frame', act: 'add', after: { title: 'Plan', reviewBy: null }, proposal: 'CarePlan/c' },
    draft,
  );
  assert.deepEqual(plan, { ...draft, status: 'revoked' });
  const planned = goal({ lifecycleStatus: 'planned' });
  const want = { want: 'Walk', step: null, with: null, saidBy: 'herself', due: null };
  const ended = pressed({ of: 'goal', act: 'add', after: want, proposal: 'Goal/g' }, planned);
  assert.deepEqual([ended['lifecycleStatus'], ended['item']], ['cancelled', undefined]);
});

test('a decision on a mere form that is replaced ends as a form', () => {
  const old = form([chosen('cpr.decision', 'CPR', 'do-not-attempt')]);
  const after = { decision: 'attempt', signedBy: 'Dr P. Adeyemi', signedOn: '2026-11-20' };
  const ended = pressed(
    { of: 'cpr', act: 'replace', line: 'QuestionnaireResponse/q', before: {}, after },
    old,
  );
  assert.equal(ended['status'], 'completed');
  assert.equal((ended['item'] as Json[]).at(-1)?.['linkId'], 'ended');
});

test('an action that holds no longer stays readable with its reason', () => {
  const old = task({});
  const ended = pressed({ of: 'action', act: 'end', line: 'Task/t', before: {}, reason: 'She moved' }, old);
  const body = bodyOf(ended);
  assert.deepEqual(
    [body.actions, body.ended.length, body.ended[0]?.more],
    [[], 1, [{ name: 'why', text: 'She moved' }]],
  );
});

for (const [of, after] of [
  ['cpr', { signedBy: 'Dr P. Adeyemi', signedOn: '2026-11-20' }],
  ['sharing', { words: 'not with my son' }],
  ['action', { what: 'Weigh', owner: 'Grace', due: '2026-12-01' }],
] as const)
  test(`${of}: what does not say the one thing that it has to say is not written`, () => {
    assert.throws(() => pressed({ of, act: 'add', after }), { code: 'bad-argument' });
  });
