import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PLAN_EXAMPLES, PLAN_TODAY } from './care-plan.fixtures.ts';
import type { Recorded } from '../recorded.ts';
import type { PlanBody } from './care-plan.ts';
import { planCopy, type CopyPart } from './plan-copy.ts';

const GIVEN = { mayGiveToFamily: true };
const copy = (name: keyof typeof PLAN_EXAMPLES) => planCopy(PLAN_EXAMPLES[name], PLAN_TODAY, GIVEN) ?? [];
const lines = (name: keyof typeof PLAN_EXAMPLES, heading: string) =>
  copy(name).find((part) => part.heading === heading)?.lines ?? [];

test('the copy is in the person’s words, with who said them', () => {
  assert.deepEqual(
    lines('full', 'What matters to me')[0],
    'My garden. Being asked, not told. (said by herself)',
  );
  assert.deepEqual(lines('full', 'What I want to do'), [
    'I want to walk to the summer house again.',
    'Today’s step: Stand at the rail, twice, with Amy, after breakfast.',
  ]);
});

test('who must not be told what, capacity, proposals and the basis of sharing are on no copy', () => {
  for (const name of ['full', 'proposal', 'objection'] as const) {
    const text = JSON.stringify(copy(name));
    for (const secret of [
      'keeps her money',
      'Lacks capacity',
      'Not with the hospital',
      'County council',
      'cupboard',
    ])
      assert.equal(text.includes(secret), false, secret);
  }
  assert.equal(JSON.stringify(copy('proposal')), JSON.stringify(copy('full')));
});

test('a source that does not allow it gives no copy', () => {
  assert.equal(planCopy(PLAN_EXAMPLES.full, PLAN_TODAY, { mayGiveToFamily: false }), null);
});

test('what was not read, is withheld or disagrees is said on the copy, and what nobody wrote is not "none"', () => {
  assert.deepEqual(lines('not-read', 'What matters to me'), [
    'This part could not be read when it was printed.',
  ]);
  assert.deepEqual(lines('withheld', 'What to do in each situation'), ['This part is not shown here.']);
  assert.match(
    lines('limits-disagree', 'What is agreed about my treatment')[0] ?? '',
    /say different things/,
  );
  assert.deepEqual(lines('nothing-recorded', 'What we do next'), ['Nothing is written down yet.']);
});

test('a copy without steps for a situation does not read as if nothing were agreed for the day when somebody becomes unwell', () => {
  assert.deepEqual(lines('nothing-recorded', 'What to do in each situation'), [
    'What to do in a situation, such as a fall, is not written down yet.',
  ]);
});

test('a limit is said with where its signed paper is, and that its day has passed', () => {
  const limits = lines('full', 'What is agreed about my treatment').join('\n');
  assert.match(limits, /CPR only/);
  assert.match(limits, /The signed paper is here: Red folder, office\./);
  assert.match(limits, /has passed/);
});

test('what stands beside any line of the record is said to be there, because it may turn the line round', () => {
  const { body } = PLAN_EXAMPLES.full;
  assert.ok(body.state === 'known' && body.content.kind === 'recorded');
  const plain = body.content.value;
  const beside = <T extends Recorded>(rows: readonly T[]) =>
    rows.map((row): T => ({ ...row, cautions: ['mistaken-in-words'] }));
  const doubted: PlanBody = {
    ...plain,
    comfort: beside(plain.comfort),
    self: beside(plain.self),
    anticipatory: beside(plain.anticipatory),
    actions: beside(plain.actions),
    decide: plain.decide.map(({ decision, choices }) => ({
      decision: { ...decision, cautions: ['mistaken-in-words'] },
      choices: beside(choices),
    })),
    helped: beside(plain.helped),
    frame: plain.frame === null ? null : { ...plain.frame, cautions: ['mistaken-in-words'] },
  };
  const of = (value: PlanBody) => {
    const content = { kind: 'recorded', value } as const;
    return planCopy({ ...PLAN_EXAMPLES.full, body: { ...body, content } }, PLAN_TODAY, GIVEN) ?? [];
  };
  const more = 'There is more in the record about this. Please ask the home.';
  for (const [heading, count] of [
    ['How to be with me', plain.comfort.length + plain.self.length],
    [
      'What to do in each situation',
      plain.anticipatory.filter(({ fields }) => fields.state === 'in-the-home').length,
    ],
    ['What we do next', 1],
    ['What we will decide together', 1],
    ['Who helped to make this plan', plain.helped.length],
    ['When we look at it again', 1],
  ] as const) {
    const said = (copied: readonly CopyPart[]) =>
      (copied.find((part) => part.heading === heading)?.lines ?? []).filter((line) => line.endsWith(more))
        .length;
    assert.ok(count > 0 && said(of(doubted)) - said(of(plain)) >= count, heading);
  }
});

test('no line of the kit’s own words is longer than a short sentence', () => {
  for (const { heading, lines: all } of copy('nothing-recorded'))
    for (const line of [heading, ...all]) assert.ok(line.split(' ').length <= 20, line);
});
