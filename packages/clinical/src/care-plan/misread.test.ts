import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planStopOf } from '../session/care-plan/stops.ts';
import { carePlanOf } from './care-plan-of.ts';
import { PLAN_TODAY, PLAN_VIEWS, knownAs, line, planView, said } from './care-plan.fixtures.ts';
import type { GoalEntry } from '../resident/plan.ts';
import type { PlanLine } from './line.ts';
import { clockInWords } from './clock-in-words.ts';
import { limitsStrip } from './limits-strip.ts';
import { valueIn } from './map-section.ts';
import { PLAN_KINDS } from './kinds.ts';
import { planCopy } from './plan-copy.ts';
import { planClock } from '../rules/plan-clock.ts';
import { tidyField } from './tidy-field.ts';

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
  const heading = 'What to do in each situation';
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
  const [told] = copied('What to do in each situation', [line('unwell', unwell, fact)]) ?? [];
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
  const ended = line(
    'conversation',
    { stage: 'declined', why: null, with: null, reviewBy: null },
    said('2026-11-20'),
    { state: 'ended' },
  );
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

for (const nation of ['scotland', null] as const)
  test(`no clock is told where the place is ${nation ?? 'in no nation that is known'}, whatever the source counts`, () => {
    const { clock, noClock } = carePlanOf(PLAN_VIEWS.full, PLAN_TODAY, nation);
    assert.equal(clock, null);
    assert.match(noClock ?? '', /^No clock runs: /);
  });

test('a plan of the morning is none after the return of that evening, and nobody has come who is only expected', () => {
  const clock = (returned: string, plan: string) =>
    planClock({ admitted: '2026-01-05', returned, plans: [plan], bankHolidays: [], today: PLAN_TODAY });
  assert.equal(clock('2026-11-19T18:00:00Z', '2026-11-19T09:00:00Z')?.met, false);
  assert.equal(clock('2026-11-19T18:00:00Z', '2026-11-19T19:00:00Z')?.met, true);
  assert.equal(clock('2026-11-19T18:00:00Z', '2026-11-19')?.met, true);
  const ahead = clock('2026-12-10', '2026-11-19');
  assert.ok(ahead !== null);
  assert.match(clockInWords(ahead, PLAN_TODAY).sentence, /: is to come back from hospital Thu 10-Dec-2026/);
});

test('marks that nobody sees are no words, and none of them turns words round', () => {
  const { name } = PLAN_KINDS.helped.fields;
  assert.equal(tidyField(name, '\u200b\u200e\u0007'), null);
  assert.equal(tidyField(name, 'Amy \u202enot\u202c'), 'Amy not');
  assert.equal(tidyField(name, 'می\u200cخواهم'), 'می\u200cخواهم');
});
