import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodyOf, chosen, form, frame, said, sharing, task, viewOf } from './hostile.ts';

const situation = said('unwell.situation', 'Situation', 'Chest pain');
const advice = 'Send to hospital';

for (const [name, item] of [
  [
    'an item below it',
    said('unwell.words', 'What to do', advice, { item: [said('but', 'But', 'Not any more')] }),
  ],
  ['another question', said('unwell.words', 'What not to do', advice)],
] as const)
  test(`advice that ${name} turns round is no advice, and is shown whole beside the line`, () => {
    const [line] = bodyOf(form([situation, item])).unwell;
    assert.equal(line?.fields.words, null);
    assert.deepEqual(line?.cautions, ['partly-unreadable']);
    assert.match(line?.more?.[0]?.text ?? '', /Send to hospital/);
    if (name === 'an item below it') assert.match(line?.more?.[0]?.text ?? '', /Not any more/);
  });

test('a code whose words say something else is neither of the two', () => {
  const place = chosen('unwell.place', 'Stay or go', 'stay', { display: 'Go to hospital' });
  const [line] = bodyOf(form([situation, place])).unwell;
  assert.deepEqual(
    [line?.fields.place, line?.more],
    [null, [{ name: 'Stay or go', text: 'Go to hospital' }]],
  );
});

test('a form with a name that every object answers to fails nothing', () => {
  assert.equal(viewOf([form([said('constructor.x', 'X', 'y')])]).sections.plan.state, 'known');
});

test('a line whose form its author gave up is not in force, and says why', () => {
  const body = bodyOf(form([situation], { status: 'stopped' }));
  assert.deepEqual([body.unwell.length, body.ended.length], [0, 1]);
  assert.match(body.ended[0]?.more?.[0]?.text ?? '', /stopped/);
});

test('a decision that stands on a mere form is on the card, and is none of the limits', () => {
  const resource = form([chosen('cpr.decision', 'CPR', 'do-not-attempt')]);
  assert.deepEqual(
    bodyOf(resource).unplaced.map(({ kind }) => kind),
    ['cpr'],
  );
  const { limits } = viewOf([resource]).sections;
  assert.equal(limits.state === 'known' && limits.content.kind, 'not-recorded');
});

test('About Me that holds no longer stays readable', () => {
  const ended = said('ended', 'Holds no longer', 'She has changed her mind');
  const body = bodyOf(form([said('about-me.text', 'In my words', 'Tea'), ended]));
  assert.deepEqual(
    body.ended.map(({ kind }) => kind),
    ['about-me'],
  );
});

test('the newest word about the conversation is not where it stands once it holds no longer', () => {
  const offered = form([chosen('conversation.stage', 'How far it is', 'offered')], {
    id: 'old',
    authored: '2026-10-01T10:00:00Z',
  });
  const declined = form([
    chosen('conversation.stage', 'How far it is', 'declined'),
    said('ended', 'Holds no longer', 'Wrong resident'),
  ]);
  assert.deepEqual(
    bodyOf(offered, declined).conversation.map(({ fields }) => fields.stage),
    ['offered', 'declined'],
  );
});

for (const [status, state] of [
  ['failed', 'not-done'],
  ['rejected', 'not-done'],
  ['draft', 'to-do'],
  ['accepted', 'to-do'],
  ['on-hold', 'under-way'],
] as const)
  test(`an action that another system calls ${status} is told as ${state}, with that word`, () => {
    const [action] = bodyOf(task({ status, statusReason: { text: 'She was asleep' } })).actions;
    assert.equal(action?.fields.state, state);
    assert.deepEqual(action?.more, [
      { name: 'why', text: 'She was asleep' },
      { name: 'status', text: status.replace('-', ' ') },
    ]);
  });

test('an owner by reference is not nobody, and a proposed action is only proposed', () => {
  const [action] = bodyOf(task({ owner: { reference: 'Practitioner/1' } })).actions;
  assert.equal(action?.more?.[0]?.name, 'owner');
  assert.deepEqual(
    bodyOf(task({ intent: 'proposal' })).proposals.map(({ kind }) => kind),
    ['action'],
  );
});

for (const intent of ['proposal', 'option'])
  test(`a plan with the intent ${intent} is proposed, whatever its status`, () => {
    const { frame: plan, proposals } = bodyOf(frame({ intent }));
    assert.deepEqual([plan, proposals.length], [null, 1]);
  });

for (const status of ['on-hold', 'unknown'])
  test(`a plan whose status is ${status} is neither in force nor ended: it is shown as its own record says it`, () => {
    const { frame: plan, ended, otherPlans } = bodyOf(frame({ status }));
    assert.deepEqual([plan, ended, otherPlans.map((one) => one.status)], [null, [], [status]]);
  });

test('a plan that another one replaces holds no longer, whatever its own status', () => {
  const body = bodyOf(
    frame({ id: 'new', title: 'New', created: '2026-01-01', replaces: [{ reference: 'CarePlan/c' }] }),
    frame({ created: '2026-05-01' }),
  );
  assert.deepEqual([body.frame?.fields.title, body.unplaced, body.ended.length], ['New', [], 1]);
});

test('a permission to share with a denial in it is told as an objection', () => {
  const [basis] = bodyOf(
    sharing({ type: 'permit', code: [{ text: 'x' }], provision: [{ type: 'deny' }] }),
  ).sharing;
  assert.equal(basis?.fields.basis, 'objection');
  assert.deepEqual(basis?.cautions, ['partly-unreadable', 'contradicts-itself']);
});
