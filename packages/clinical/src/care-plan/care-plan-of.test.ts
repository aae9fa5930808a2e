import assert from 'node:assert/strict';
import { test } from 'node:test';
import { carePlanOf } from './care-plan-of.ts';
import {
  knownAs,
  line,
  PLAN_EXAMPLES,
  PLAN_TODAY,
  PLAN_VIEWS,
  planView,
  said,
} from './care-plan.fixtures.ts';
import { editableLines } from './editable-lines.ts';
import { PLAN_KINDS, planKind } from './kinds.ts';
import type { PlanLineKind } from './line.ts';

const missing = (name: keyof typeof PLAN_EXAMPLES) => PLAN_EXAMPLES[name].missing.map(({ part }) => part);

test('what nobody has recorded is said plainly, and absence of a CPR decision is said to be neither for nor against', () => {
  assert.deepEqual(missing('nothing-recorded'), [
    'cpr',
    'preferred-place',
    'about-me',
    'unwell',
    'conversation',
    'goal',
    'helped',
    'review',
    'contacts',
  ]);
  assert.match(PLAN_EXAMPLES['nothing-recorded'].missing[0]?.words ?? '', /not a decision for or against/);
  assert.deepEqual(missing('full'), ['original', 'sighted']);
});

test('what could not be read, is withheld, loading or disputed is not missing: nobody knows', () => {
  for (const name of ['not-read', 'loading'] as const) assert.deepEqual(missing(name), []);
  assert.equal(missing('limits-failed').includes('cpr'), false);
  assert.equal(missing('limits-disagree').includes('cpr'), false);
  assert.equal(missing('withheld').includes('goal'), false);
  const gap = planView({
    plan: knownAs({ kind: 'not-recorded' }, { gaps: [{ why: 'failed', what: 'forms' }] }),
  });
  assert.equal(
    carePlanOf(gap, PLAN_TODAY).missing.some(({ part }) => part === 'unwell'),
    false,
  );
});

test('what a clinician has set as different is a row of its own title among the limits', () => {
  const { limits } = planView().sections;
  assert.ok(limits.state === 'known' && limits.content.kind === 'recorded');
  const variation = { ...said('2026-11-20'), kind: 'variation', text: 'Ring the hospice first' } as const;
  const value = { ...limits.content.value, decisions: [variation] };
  const strip = carePlanOf(planView({ limits: knownAs({ kind: 'recorded', value }) }), PLAN_TODAY).limits;
  assert.ok(strip.state === 'known' && strip.content.kind === 'recorded');
  const row = strip.content.value.rows.find(({ kind }) => kind === 'decision');
  assert.deepEqual([row?.title, row?.text], ['Different from the usual steps', 'Ring the hospice first']);
});

test('a conversation that was declined or put off is not missing, and says why', () => {
  for (const name of ['declined', 'not-now'] as const) {
    assert.equal(missing(name).includes('conversation'), false);
    const { body } = PLAN_EXAMPLES[name];
    assert.ok(body.state === 'known' && body.content.kind === 'recorded');
    assert.ok(body.content.value.conversation[0]?.fields.why !== null);
  }
});

test('the conversation stands where it was last, and what was before stays readable', () => {
  const { body } = PLAN_EXAMPLES.full;
  assert.ok(body.state === 'known' && body.content.kind === 'recorded');
  assert.deepEqual(
    body.content.value.conversation.map(({ fields }) => fields.stage),
    ['agreed', 'not-now'],
  );
});

test('a part that failed leaves every other part as it is', () => {
  const { limits, body, aboutMe } = PLAN_EXAMPLES['limits-failed'];
  assert.equal(limits.state, 'failed');
  assert.deepEqual([body.state, aboutMe.state], ['known', 'known']);
});

test('who may be told what is unknown where the plan was not read, which is not "nothing"', () => {
  const { contacts } = carePlanOf(planView({ plan: { state: 'withheld', why: 'role' } }), PLAN_TODAY);
  assert.ok(contacts.state === 'known' && contacts.content.kind === 'recorded');
  assert.deepEqual(
    contacts.content.value.map(({ told }) => told),
    ['not-read', 'not-read'],
  );
});

test('a limit whose day has passed stands there and says so, and DNACPR is said to be about CPR only', () => {
  const { limits } = PLAN_EXAMPLES.full;
  assert.ok(limits.state === 'known' && limits.content.kind === 'recorded');
  const { rows } = limits.content.value;
  assert.equal(rows.find(({ kind }) => kind === 'form')?.isExpired, true);
  assert.match(rows.find(({ kind }) => kind === 'cpr')?.text ?? '', /CPR only/);
});

test('a proposal is no limit and no line in force', () => {
  const { body, limits } = PLAN_EXAMPLES.proposal;
  assert.ok(body.state === 'known' && body.content.kind === 'recorded');
  assert.deepEqual(
    body.content.value.proposals.map(({ kind }) => kind),
    ['cpr'],
  );
  assert.deepEqual(limits, PLAN_EXAMPLES.full.limits);
  assert.equal(editableLines(PLAN_VIEWS.proposal).lines.filter(({ kind }) => kind === 'cpr').length, 1);
});

test('a goal that is a line stands once, and a plan of another system stays with its actions', () => {
  const goal = line(
    'goal',
    { want: 'Walk', step: null, with: null, saidBy: null, due: null },
    said('2026-11-20', null, { id: 'g' }),
  );
  const entry = {
    ...said('2026-11-20', null, { id: 'g' }),
    text: 'Walk',
    status: 'current',
    due: null,
  } as const;
  const view = planView({
    plan: knownAs({ kind: 'recorded', value: { plans: [], goals: [entry], clock: null, lines: [goal] } }),
  });
  const { body } = carePlanOf(view, PLAN_TODAY);
  assert.ok(body.state === 'known' && body.content.kind === 'recorded');
  assert.deepEqual([body.content.value.goals.length, body.content.value.otherGoals.length], [1, 0]);
  const other = PLAN_EXAMPLES['of-another-system'].body;
  assert.ok(other.state === 'known' && other.content.kind === 'recorded');
  assert.equal(other.content.value.otherPlans[0]?.actions.length, 1);
});

test('every decision says in which fields somebody decided and when, and both are fields that are required or guarded', () => {
  for (const kind of Object.keys(PLAN_KINDS) as PlanLineKind[]) {
    const { decided, fields } = planKind(kind);
    if (decided === null) continue;
    assert.equal(fields[decided.by]?.form.kind, 'words', kind);
    assert.equal(fields[decided.on]?.form.kind, 'day', kind);
  }
  const decisions = Object.keys(PLAN_KINDS).filter((kind) => planKind(kind as PlanLineKind).decided !== null);
  const expected = ['cpr', 'form', 'preferred-place', 'decision-maker', 'dols', 'capacity', 'unwell'];
  assert.deepEqual(decisions, expected);
});

test('a part that was not read has no lines that could be ended', () => {
  assert.deepEqual(editableLines(PLAN_VIEWS['not-read']), { lines: [], proposals: [], readAll: false });
  assert.equal(editableLines(PLAN_VIEWS.full).readAll, true);
});
