import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EditableLine } from '../../care-plan/editable-lines.ts';
import { PLAN_KINDS, planKind } from '../../care-plan/kinds.ts';
import type { PlanLineKind } from '../../care-plan/line.ts';
import type { PlanAction, PlanPresser } from './action.ts';
import { comparedFields, disputed, merged } from './compare.ts';
import { openPlan, WHOLE, type PlanSession } from './session.ts';
import { planStep, unsettledLines } from './step.ts';
import { planStopOf } from './stops.ts';

const AT = '2026-11-21T14:20:00Z';
const step = planStep();
const nurse = { by: { name: 'Grace Mensah', role: 'nurse' }, decider: null };
const gp = { by: { name: 'Dr Obi', role: 'GP' }, decider: { kind: 'role', who: 'GP', until: null } } as const;

const GOAL: EditableLine = {
  id: 'goal',
  kind: 'goal',
  fields: { want: 'walk', step: null, with: null, saidBy: 'herself', due: null },
};
const CPR: EditableLine = {
  id: 'cpr#flag',
  kind: 'cpr',
  fields: {
    decision: 'do-not-attempt',
    originalAt: 'office',
    signedBy: 'Dr Obi',
    signedOn: '2026-06-01',
    sightedBy: null,
    sightedOn: null,
    madeIn: null,
    reviewBy: null,
  },
};
const START: PlanSession = { ...openPlan('edith', { isOnline: true }), lines: [GOAL, CPR] };

let presses = 0;
/** Each press has an id of its own: p1, p2 … */
function play(session: PlanSession, ...actions: readonly PlanAction[]) {
  presses = 0;
  return actions.reduce(
    ({ session: now, effects }, action) => {
      presses += 1;
      const next = step(now, { ...action, at: AT, id: `p${presses}` });
      return { session: next.session, effects: [...effects, ...next.effects] };
    },
    { session, effects: [] as ReturnType<typeof step>['effects'][number][] },
  );
}

const arrived = (lines: readonly EditableLine[], readAll = true): PlanAction => ({
  kind: 'plan-arrived',
  resident: 'edith',
  lines,
  readAll,
});
const write = (field: string, text: string, key = 'p1'): PlanAction => ({ kind: 'write', key, field, text });
const openGoal: PlanAction = { kind: 'open-line', line: 'goal' };
const theirGoal = (part: Readonly<Record<string, string>>): EditableLine => ({
  ...GOAL,
  fields: { ...GOAL.fields, ...part },
});

test('L3: fields that only one person changed are put together, and what both changed stands side by side', () => {
  const { session } = play(
    START,
    openGoal,
    write('want', 'walk to the shed'),
    write('with', 'Amy'),
    arrived([theirGoal({ want: 'walk to the gate', step: 'stand twice' }), CPR]),
  );
  const [open] = session.open;
  assert.ok(open);
  const told = Object.fromEntries(comparedFields(open).map(({ name, changed }) => [name, changed]));
  assert.deepEqual(told, { want: 'both', step: 'theirs', with: 'mine', saidBy: 'nobody', due: 'nobody' });
  assert.deepEqual(disputed(open), ['want']);
  assert.deepEqual(planStopOf(open, 'Grace', AT), { kind: 'dispute', fields: ['want'] });
  const chosen = play(session, { kind: 'choose', key: 'p1', field: 'want', side: 'theirs' }).session.open[0];
  assert.ok(chosen);
  assert.deepEqual(merged(chosen), {
    want: 'walk to the gate',
    step: 'stand twice',
    with: 'Amy',
    saidBy: 'herself',
    due: null,
  });
  // A still newer version asks again.
  const again = play({ ...session, open: [chosen] }, arrived([theirGoal({ want: 'swim' }), CPR])).session
    .open[0];
  assert.ok(again);
  assert.deepEqual(disputed(again), ['want']);
});

test('L2: one saving is one intent with what was seen and what was saved; a refusal opens again with every word', () => {
  const save: PlanAction = { kind: 'save', key: 'p1', ...nurse };
  const { session, effects } = play(START, openGoal, write('want', '  walk to  the shed '), save, save);
  const enqueued = effects.filter(({ kind }) => kind === 'enqueue');
  assert.equal(enqueued.length, 1);
  assert.deepEqual(session.handed[0]?.what, {
    kind: 'plan-line',
    act: 'change',
    of: 'goal',
    line: 'goal',
    before: GOAL.fields,
    after: { ...GOAL.fields, want: 'walk to the shed' },
    reason: null,
    by: nurse.by,
  });
  assert.equal(unsettledLines(session).length, 1);
  const refused = play(
    session,
    { kind: 'enqueued', intent: 'p3', receipt: { state: 'refused', at: AT, why: 'It is signed.' } },
    { kind: 'reopen', intent: 'p3' },
  ).session;
  assert.equal(refused.open[0]?.mine['want'], '  walk to  the shed ');
});

test('L2: a port that says nothing is asked again under the same id', () => {
  const { session } = play(START, openGoal, write('want', 'swim'), { kind: 'save', key: 'p1', ...nurse });
  const { effects, session: told } = play(
    session,
    { kind: 'enqueue-silent', intent: 'p3' },
    { kind: 'hand-again', intent: 'p3' },
    { kind: 'enqueued', intent: 'p3', receipt: { state: 'saved-on-device', at: AT } },
    { kind: 'enqueue-failed', intent: 'p3' },
  );
  assert.deepEqual(
    effects.flatMap((effect) => (effect.kind === 'enqueue' ? effect.intent.id : [])),
    ['p3'],
  );
  assert.equal(told.handed[0]?.handing.state, 'told');
});

const signed = [write('signedBy', 'Dr Obi'), write('signedOn', '2026-11-20')];

test('L5: the old signature stays on no new decision, of whatever kind: who opens one says anew who decided, and when', () => {
  const kinds = Object.keys(PLAN_KINDS) as readonly PlanLineKind[];
  for (const kind of kinds) {
    const { decided, fields } = planKind(kind);
    const line = {
      id: 'line',
      kind,
      fields: Object.fromEntries(Object.keys(fields).map((name) => [name, 'old'])),
    };
    const [open] = play({ ...START, lines: [line] }, { kind: 'open-line', line: 'line' }).session.open;
    const empty = Object.keys(fields).filter((name) => open?.mine[name] === null);
    // L11: with the signature goes the sighting of what was signed.
    const sighting = ['sightedBy', 'sightedOn'].filter((name) => Object.hasOwn(fields, name));
    const anew = decided === null ? [] : [...new Set([decided.by, decided.on, ...sighting])];
    assert.deepEqual(empty.toSorted(), anew.toSorted(), kind);
  }
});

test('L5: a decision is replaced by who may decide and has a server, and is proposed by everybody else', () => {
  const act = (isOnline: boolean, who: PlanPresser) =>
    play(
      { ...START, isOnline },
      { kind: 'open-line', line: 'cpr#flag' },
      write('decision', 'attempt'),
      ...signed,
      { kind: 'save', key: 'p1', ...who },
    ).session.handed[0]?.what.act;
  assert.equal(act(true, gp), 'replace');
  assert.equal(act(false, gp), 'propose');
  assert.equal(act(true, nurse), 'propose');
});

test('L5: what to do in one situation can stand in the place of 999, so a carer only proposes it, and nobody changes a part of it', () => {
  const row: EditableLine = {
    id: 'row',
    kind: 'unwell',
    fields: {
      situation: 'Chest infection',
      place: 'stay',
      words: 'Antibiotics from the box',
      ring: null,
      agreedWith: 'herself',
      agreedOn: '2026-06-02',
    },
  };
  const agreed = [write('agreedWith', 'herself'), write('agreedOn', '2026-11-20')];
  const act = (isOnline: boolean, who: PlanPresser) =>
    play(
      { ...START, isOnline, lines: [row] },
      { kind: 'open-line', line: 'row' },
      write('words', 'Send her in'),
      ...agreed,
      { kind: 'save', key: 'p1', ...who },
    ).session.handed[0]?.what.act;
  assert.deepEqual([act(true, nurse), act(false, gp), act(true, gp)], ['propose', 'propose', 'replace']);
  // The old agreement was about other words.
  const [open] = play(
    { ...START, lines: [row] },
    { kind: 'open-line', line: 'row' },
    write('words', 'Send her in'),
  ).session.open;
  assert.ok(open);
  assert.deepEqual(planStopOf(open, 'Dr Obi', AT), { kind: 'missing', fields: ['agreedWith', 'agreedOn'] });
  const [added] = play(START, { kind: 'add-line', of: 'unwell' }, write('situation', 'A fall'), ...agreed, {
    kind: 'save',
    key: 'p1',
    ...nurse,
  }).session.handed;
  assert.equal(added?.what.act, 'propose');
});

test('L5: two versions of a decision are one choice, and the whole of one is saved', () => {
  const theirs = { ...CPR, fields: { ...CPR.fields, signedBy: 'Dr Lee', reviewBy: '2026-12-01' } };
  const { session } = play(
    START,
    { kind: 'open-line', line: 'cpr#flag' },
    write('decision', 'attempt'),
    ...signed,
    arrived([GOAL, theirs]),
  );
  const [open] = session.open;
  assert.ok(open);
  assert.deepEqual(disputed(open), [WHOLE]);
  const chosen = (side: 'mine' | 'theirs') => {
    const [one] = play(session, { kind: 'choose', key: 'p1', field: WHOLE, side }).session.open;
    assert.ok(one);
    return merged(one);
  };
  assert.deepEqual(chosen('theirs'), theirs.fields);
  assert.deepEqual(chosen('mine'), { ...CPR.fields, decision: 'attempt', signedOn: '2026-11-20' });
});

test('L3, L5: two who changed a part of a decision alike and another part not have not made one decision', () => {
  const attempt = { decision: 'attempt' };
  const whole = { ...attempt, signedBy: 'Dr Lee', signedOn: '2026-11-20' };
  const after = (theirs: Readonly<Record<string, string>>, mine: Readonly<Record<string, string>>) => {
    const edits = Object.entries(mine).map(([name, text]) => write(name, text));
    const line = { ...CPR, fields: { ...CPR.fields, ...theirs } };
    return play(START, { kind: 'open-line', line: 'cpr#flag' }, ...edits, arrived([GOAL, line]), {
      kind: 'save',
      key: 'p1',
      ...gp,
    }).session;
  };
  for (const [theirs, mine] of [
    [whole, attempt],
    [attempt, whole],
    [whole, { ...attempt, reviewBy: '2026-12-01' }],
  ] as const) {
    const { open, handed } = after(theirs, mine);
    assert.deepEqual([open.map(disputed), handed], [[[WHOLE]], []], JSON.stringify(mine));
  }
  const [same] = after(whole, whole).open;
  assert.ok(same);
  assert.deepEqual([disputed(same), planStopOf(same, 'Dr Obi', AT)], [[], { kind: 'nothing-changed' }]);
});

test('L6: a decision without who decided and when, or dated ahead, is not saved', () => {
  const stop = (...edits: readonly PlanAction[]) => {
    const [open] = play(
      START,
      { kind: 'open-line', line: 'cpr#flag' },
      write('decision', 'attempt'),
      ...edits,
    ).session.open;
    assert.ok(open);
    return planStopOf(open, 'Dr Obi', AT);
  };
  assert.equal(stop(...signed), null);
  assert.deepEqual(stop(), { kind: 'missing', fields: ['signedBy', 'signedOn'] });
  assert.equal(stop(...signed, write('signedBy', ' '))?.kind, 'missing');
  assert.deepEqual(stop(...signed, write('signedOn', '2026-11-22')), { kind: 'decided-ahead' });
  assert.deepEqual(stop(...signed, write('signedOn', 'yesterday')), {
    kind: 'unreadable',
    fields: ['signedOn'],
  });
});

test('L6: a plan is looked at again on a day to come; a review that has passed and stands there keeps nobody from another change', () => {
  const frame: EditableLine = {
    id: 'frame',
    kind: 'frame',
    fields: { title: 'The plan', reviewBy: '2026-09-14' },
  };
  const stop = (...edits: readonly PlanAction[]) => {
    const start = { ...START, lines: [frame] };
    const [open] = play(start, { kind: 'open-line', line: 'frame' }, ...edits).session.open;
    assert.ok(open);
    return planStopOf(open, 'Grace', AT);
  };
  assert.deepEqual(stop(write('reviewBy', '2026-11-20')), { kind: 'day-passed', field: 'reviewBy' });
  assert.deepEqual(stop(write('reviewBy', '2026-10')), { kind: 'day-passed', field: 'reviewBy' });
  for (const day of ['2026-11-21', '2026-11', '2026', '2027-05-21'])
    assert.equal(stop(write('reviewBy', day)), null, day);
  assert.equal(stop(write('title', 'Her plan')), null);
});

for (const [kind, fields] of [
  ['goal', { want: 'walk to the gate', saidBy: 'herself', due: '2026-09-14' }],
  ['action', { what: 'a new frame', owner: 'Ana Lima', due: '2026-09-14', state: 'to-do' }],
] as const)
  test(`L6: ${kind} is due on a day to come; a day that has passed and stands there keeps nobody from another change`, () => {
    const line: EditableLine = { id: 'line', kind, fields };
    const stop = (...edits: readonly PlanAction[]) => {
      const [open] = play({ ...START, lines: [line] }, { kind: 'open-line', line: 'line' }, ...edits).session
        .open;
      assert.ok(open);
      return planStopOf(open, 'Grace', AT);
    };
    assert.deepEqual(stop(write('due', '2026-11-20')), { kind: 'day-passed', field: 'due' });
    const first = kind === 'goal' ? 'want' : 'what';
    assert.deepEqual(
      stop(write(first, ''), write('due', '2026-11-20')),
      { kind: 'day-passed', field: 'due' },
      'it is said before what is still to be written',
    );
    assert.equal(stop(write('due', '2026-11-21')), null);
    assert.equal(stop(write(kind === 'goal' ? 'want' : 'what', 'something else')), null);
  });

test('L12: whoever ends a line from its open form puts the form away, unless something was typed in it', () => {
  for (const [line, presser] of [
    [GOAL, nurse],
    [CPR, gp],
  ] as const) {
    const open: PlanAction = { kind: 'open-line', line: line.id };
    const end: PlanAction = { kind: 'end-line', line: line.id, reason: 'No longer so', ...presser };
    const first = Object.keys(line.fields)[0] ?? '';
    assert.deepEqual(play(START, open, end).session.open, [], line.kind);
    const [typed] = play(START, open, write(first, 'attempt'), end).session.open;
    assert.equal(typed?.mine[first], 'attempt', line.kind);
    const other: PlanAction = { kind: 'open-line', line: line === GOAL ? CPR.id : GOAL.id };
    assert.equal(play(START, other, end).session.open.length, 1, 'the form of another line stays');
    const refused = play(START, open, { ...end, reason: ' ' }).session.open;
    assert.equal(refused.length, 1, 'what ended nothing puts nothing away');
  }
});

test('L7: a line that was ended elsewhere keeps what was typed, and can be saved as a new one', () => {
  const { session } = play(START, openGoal, write('want', 'swim'), arrived([CPR]));
  const [open] = session.open;
  assert.ok(open?.isGone);
  assert.deepEqual(planStopOf(open, 'Grace', AT), { kind: 'gone' });
  const { session: kept } = play(
    session,
    { kind: 'keep-as-new', key: 'p1' },
    { kind: 'save', key: 'p1', ...nurse },
  );
  assert.deepEqual([kept.handed[0]?.what.act, kept.handed[0]?.what.after?.['want']], ['add', 'swim']);
});

test('L8: a part of the record that was not read ends no line', () => {
  const { session } = play(START, openGoal, write('want', 'swim'), arrived([], false));
  assert.equal(session.open[0]?.isGone, false);
});

test('L4: the record that still says the old thing is nobody else’s change', () => {
  const { session } = play(
    START,
    openGoal,
    write('want', 'swim'),
    { kind: 'save', key: 'p1', ...nurse },
    openGoal,
  );
  const [open] = session.open;
  assert.equal(open?.base['want'], 'swim');
  assert.equal(play(session, arrived([GOAL, CPR])).session.open[0]?.theirs, null);
});

test('nothing is saved that says nothing, and a required field is named', () => {
  const { session } = play(START, openGoal, { kind: 'save', key: 'p1', ...nurse });
  assert.equal(session.handed.length, 0);
  const added = play(START, { kind: 'add-line', of: 'goal' }, write('step', 'stand')).session.open[0];
  assert.ok(added);
  assert.deepEqual(planStopOf(added, 'Grace', AT), { kind: 'missing', fields: ['want', 'saidBy'] });
});

test('a line is ended with a reason and a name; a decision only by who may decide', () => {
  const end = (line: string, reason: string, who: PlanPresser) =>
    play(START, { kind: 'end-line', line, reason, ...who }).session.handed.length;
  assert.equal(end('goal', 'She walks again', nurse), 1);
  assert.equal(end('goal', ' ', nurse), 0);
  assert.equal(end('cpr#flag', 'Withdrawn', nurse), 0);
  assert.equal(end('cpr#flag', 'Withdrawn', gp), 1);
});

test('L2: an ending that was refused can be pressed anew, and one that is not known only under its own id', () => {
  const end: PlanAction = { kind: 'end-line', line: 'goal', reason: 'She walks again', ...nurse };
  const ended = play(START, end).session;
  const pressed = (news: PlanAction) => {
    const told = step(ended, { ...news, at: AT, id: 'news' }).session;
    return step(told, { ...end, at: AT, id: 'anew' }).effects.filter(({ kind }) => kind === 'enqueue').length;
  };
  const receipt = { state: 'refused', at: AT, why: 'It is signed.' } as const;
  assert.equal(pressed({ kind: 'enqueued', intent: 'p1', receipt }), 1);
  assert.equal(pressed({ kind: 'enqueue-silent', intent: 'p1' }), 0);
  const { effects } = play(
    ended,
    { kind: 'enqueue-silent', intent: 'p1' },
    { kind: 'hand-again', intent: 'p1' },
  );
  assert.deepEqual(
    effects.flatMap((effect) => (effect.kind === 'enqueue' ? effect.intent.id : [])),
    ['p1'],
  );
});

test('L5: somebody who may decide takes a proposal over as a decision, in the place of the one that it names', () => {
  const fields = { ...CPR.fields, decision: 'attempt', signedOn: '2026-11-20' };
  const proposal: EditableLine = { id: 'proposal', kind: 'cpr', fields, replaces: 'cpr' };
  const { session } = play(
    START,
    { kind: 'plan-arrived', resident: 'edith', lines: [GOAL, CPR], proposals: [proposal], readAll: true },
    { kind: 'take-proposal', proposal: 'proposal' },
    { kind: 'save', key: 'p2', ...gp },
  );
  const { act, line, before, after, proposal: taken } = session.handed[0]?.what ?? assert.fail();
  assert.deepEqual(
    [act, line, before, after, taken],
    ['replace', 'cpr#flag', CPR.fields, fields, 'proposal'],
  );
});

test('L4: the record that has taken one of two savings is nobody else’s change', () => {
  const save: PlanAction = { kind: 'save', key: 'p1', ...nurse };
  const { session } = play(START, openGoal, write('step', 'stand'), save, {
    kind: 'enqueue-failed',
    intent: 'p3',
  });
  const second = play(session, openGoal).session;
  const key = second.open[0]?.key ?? '';
  const { session: both } = play(second, write('want', 'swim', key), { kind: 'close', key: '' });
  const { session: saved } = step(both, { ...save, key, at: AT, id: 'second' });
  const { session: third } = step(saved, { ...openGoal, at: AT, id: 'third' });
  const [open] = play(third, arrived([theirGoal({ want: 'swim' }), CPR])).session.open;
  assert.equal(open?.theirs, null);
});

test('L9: what somebody else wrote and took back is nobody’s word any more', () => {
  const { session } = play(
    START,
    openGoal,
    write('want', 'dance'),
    arrived([theirGoal({ want: 'sing' }), CPR]),
    { kind: 'choose', key: 'p1', field: 'want', side: 'mine' },
    arrived([GOAL, CPR]),
  );
  assert.deepEqual([session.open[0]?.theirs, session.open[0]?.choices], [null, {}]);
});

test('L10: of two decisions that contradict each other one is ended, or a new one ends both in one press', () => {
  const fields = { ...CPR.fields, decision: 'attempt' };
  const disputed: PlanSession = {
    ...START,
    lines: [
      { ...CPR, id: 'a', rivals: ['b'] },
      { ...CPR, id: 'b', fields, rivals: ['a'] },
    ],
  };
  const decided = [write('signedBy', 'Dr Obi'), write('signedOn', '2026-11-21')];
  const save = (by: PlanPresser): PlanAction => ({ kind: 'save', key: 'p1', ...by });
  const replaced = play(disputed, { kind: 'open-line', line: 'a' }, ...decided, save(gp)).session.handed[0]
    ?.what;
  assert.deepEqual([replaced?.act, replaced?.line, replaced?.alsoEnds], ['replace', 'a', ['b']]);
  const ended = play(disputed, { kind: 'end-line', line: 'b', reason: 'The form is torn up', ...gp }).session
    .handed[0];
  assert.deepEqual([ended?.what.act, ended?.what.line, ended?.what.alsoEnds], ['end', 'b', undefined]);
  const proposed = play(disputed, { kind: 'open-line', line: 'a' }, ...decided, save(nurse)).session.handed[0]
    ?.what;
  assert.deepEqual([proposed?.act, proposed?.alsoEnds], ['propose', undefined], 'a carer ends nothing');
  const offline = play(
    { ...disputed, isOnline: false },
    { kind: 'end-line', line: 'b', reason: 'Torn up', ...gp },
  );
  assert.deepEqual(offline.effects, [], 'and nobody offline');
});

test('L11: who has seen the original is not carried to another decision', () => {
  const seen = {
    ...CPR,
    fields: { ...CPR.fields, sightedBy: 'Grace', sightedOn: '2026-06-02', madeIn: 'hospital' },
  };
  const { session } = play({ ...START, lines: [seen] }, { kind: 'open-line', line: CPR.id });
  assert.deepEqual(session.open[0]?.mine, {
    ...seen.fields,
    signedBy: null,
    signedOn: null,
    sightedBy: null,
    sightedOn: null,
  });
});
