import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planStopOf } from '../session/care-plan/stops.ts';
import { carePlanOf } from './care-plan-of.ts';
import { PLAN_TODAY, knownAs, line, planView, said } from './care-plan.fixtures.ts';
import type { GoalEntry } from '../resident/plan.ts';
import type { PlanLine } from './line.ts';
import { limitsStrip } from './limits-strip.ts';
import { valueIn } from './map-section.ts';
import { planCopy } from './plan-copy.ts';

const planOf = (lines: readonly PlanLine[], goals: readonly GoalEntry[] = []) =>
  carePlanOf(
    planView({
      plan: knownAs({ kind: 'recorded', value: { plans: [], goals, clock: null, lines } } as const),
    }),
    PLAN_TODAY,
  );
const copied = (heading: string, ...given: Parameters<typeof planOf>) =>
  planCopy(planOf(...given), PLAN_TODAY, { mayGiveToFamily: true })?.find((one) => one.heading === heading)
    ?.lines;

const goalOf = (status: GoalEntry['status'], text: string): GoalEntry => ({
  ...said('2026-01-02'),
  text,
  status,
  due: null,
});

test('a goal that is over or only proposed is not what somebody wants to do, on paper or as "there is one"', () => {
  const goals = (['ended', 'achieved', 'not-achieved', 'proposed'] as const).map((one) => goalOf(one, one));
  assert.deepEqual(copied('What I want to do', [], goals), ['Nothing is written down yet.']);
  assert.ok(planOf([], goals).missing.some(({ part }) => part === 'goal'));
  assert.deepEqual(copied('What I want to do', [], [goalOf('current', 'Sing')]), ['Sing.']);
});

test('medicines past their day are not printed as medicines that are there', () => {
  const medicines = (expires: string) =>
    line('anticipatory', {
      state: 'in-the-home',
      what: null,
      where: 'Office',
      expires,
      mayGive: null,
      checkedOn: null,
    });
  const heading = 'If I become unwell';
  assert.deepEqual(copied(heading, [medicines('2026-11-20')]), [
    'Medicines for comfort are in the home, and are past their date. Please ask the home.',
  ]);
  assert.deepEqual(copied(heading, [medicines(PLAN_TODAY)]), ['Medicines for comfort are in the home.']);
});

test('a sheet that cannot hold what stands beside a line says that there is more', () => {
  const fact = said('2026-11-20', null, { more: [{ name: 'What not to do', text: 'Call an ambulance' }] });
  const unwell = {
    situation: 'A fall',
    place: null,
    words: null,
    ring: null,
    agreedWith: 'me',
    agreedOn: null,
  };
  const [told] = copied('If I become unwell', [line('unwell', unwell, fact)]) ?? [];
  assert.match(told ?? '', /There is more in the record about this\. Please ask the home\.$/);
});

test('a form of which nobody says whether it is in force is not in force', () => {
  const form = {
    ...said(null),
    title: 'ReSPECT form',
    status: 'unknown',
    originalAt: null,
    reviewBy: null,
  } as const;
  const limits = {
    wishes: [],
    cpr: [],
    documents: [form],
    decisions: [],
    decisionMakers: [],
    lastDays: null,
  };
  assert.equal(limitsStrip(limits, PLAN_TODAY).rows[0]?.text, 'Whether it is in force is not recorded');
});

test('a conversation of which everything holds no longer was not recorded as offered', () => {
  const ended = line('conversation', { stage: 'declined', why: null, with: null }, said('2026-11-20'), {
    state: 'ended',
  });
  assert.ok(planOf([ended]).missing.some(({ part }) => part === 'conversation'));
});

const contact = (name: string, relation: string) => ({
  ...said(null),
  name,
  relation,
  phones: ['01632 960 001'],
  roles: ['Emergency contact'],
  until: null,
});
const toldOf = (names: readonly string[], told: PlanLine) => {
  const { contacts, body } = carePlanOf(
    planView({
      people: knownAs({
        kind: 'recorded',
        value: { contacts: names.map((name, at) => contact(name, `child ${at}`)), team: [] },
      } as const),
      plan: knownAs({
        kind: 'recorded',
        value: { plans: [], goals: [], clock: null, lines: [told] },
      } as const),
    }),
    PLAN_TODAY,
  );
  return { contacts: valueIn(contacts) ?? [], others: valueIn(body)?.toldOthers };
};

test('whoever must not be told stands beside the emergency contact also where spaces and capitals differ', () => {
  const { contacts, others } = toldOf(
    ['Neil  Marlow'],
    line('told', { person: 'neil Marlow ', may: null, mustNot: 'Where she is' }),
  );
  assert.deepEqual([contacts[0]?.told.length, others], [1, []]);
});

test('of two contacts with one name neither may be told, and both must not be', () => {
  const { contacts } = toldOf(
    ['Neil Marlow', 'Neil Marlow'],
    line('told', { person: 'Neil Marlow', may: 'Everything', mustNot: 'Money' }),
  );
  for (const { told } of contacts) {
    assert.ok(told !== 'not-read');
    assert.deepEqual(
      told.map(({ fields }) => [fields.may, fields.mustNot]),
      [[null, 'Money']],
    );
    assert.match(told[0]?.details?.join() ?? '', /several contacts have this name/);
  }
});

test('a decision in somebody’s best interests without who decided is not saved', () => {
  const open = {
    key: 'k',
    kind: 'conversation',
    line: null,
    base: {},
    theirs: null,
    isGone: false,
    choices: {},
  } as const;
  const stop = (mine: Readonly<Record<string, string>>) =>
    planStopOf({ ...open, mine }, 'Grace Mensah', '2026-11-21T14:00:00Z');
  assert.deepEqual(stop({ stage: 'best-interests' }), { kind: 'missing', fields: ['with'] });
  assert.equal(stop({ stage: 'best-interests', with: 'her wife and Dr P. Adeyemi' }), null);
  assert.equal(stop({ stage: 'not-now' }), null);
});
