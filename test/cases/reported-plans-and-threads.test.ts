// Faults with goals, care plans, messages, tasks and numbers to ring in public bug reports of other products, tried on ours.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EditableLine } from '../../packages/clinical/src/care-plan/index.ts';
import { planStep, openPlan, type PlanAction } from '../../packages/clinical/src/session/care-plan/index.ts';
import { standingOf, threadsOf, type ThreadEntry } from '../../packages/clinical/src/thread/index.ts';
import { CARER, GP, NURSE, Presses } from '../../packages/clinical/src/thread/thread.fixtures.ts';
import { buildView } from '../../packages/fhir/src/index.ts';
import { phone } from '../../packages/elements/src/internal/phone.ts';
import { wordsOf } from '../elements/words-of.ts';

type Json = Readonly<Record<string, unknown>>;

const NOW = '2026-11-21T09:30:00Z';
const hers = { subject: { reference: 'Patient/p' } };
const IRIS: Json = {
  resourceType: 'Patient',
  id: 'p',
  name: [{ use: 'official', family: 'Pendle', given: ['Iris'] }],
  birthDate: '1940-05-03',
};
const TIMES = {
  holdMinutes: 30,
  seenWithinMinutes: { routine: 1440, 'same-day': 120, 'within-hours': 30, now: 5 },
  lateMinutes: 15,
};

function says(resources: readonly Json[], right: RegExp, wrong: RegExp): void {
  const { view } = buildView({
    resident: 'r',
    patient: 'p',
    resources: [IRIS, ...resources],
    outcomes: {},
    now: NOW,
    sourceLabel: 'test',
  });
  const words = wordsOf(view, NOW);
  assert.match(words, right);
  assert.doesNotMatch(words, wrong);
}

const goal = (more: Json): Json => ({
  resourceType: 'Goal',
  id: 'g',
  ...hers,
  lifecycleStatus: 'active',
  description: { text: 'Walk to the garden' },
  ...more,
});
const message = (more: Json): Json => ({
  resourceType: 'Communication',
  id: 'c',
  status: 'completed',
  ...hers,
  sender: { display: 'Dr Asha Rao' },
  ...more,
});

// https://github.com/openemr/openemr/issues/5169
test('openemr 5169: a goal whose due date has a time without its T is shown, with a warning', () => {
  says(
    [goal({ target: [{ dueDate: '2027-05-14 00:00:00' }] })],
    /Walk to the garden.*(could not be read|14-May-2027)/,
    /Invalid|NaN/,
  );
});

// https://github.com/cqframework/clinical-reasoning/issues/302
test('cqframework/clinical-reasoning 302: a goal without a status is not in force, and its part says that something is missing', () => {
  const { lifecycleStatus: _, ...without } = goal({});
  says([without], /Plan could not be loaded: answer not understood/, /Walk to the garden/);
  const other = goal({ id: 'h', description: { text: 'Bake bread' } });
  says(
    [without, other],
    /Plan not complete Not complete: 1 goal could not be read\. Bake bread/,
    /Walk to the garden/,
  );
});

// https://github.com/opensrp/fhircore/pull/2878
test('opensrp/fhircore 2878: a care plan that is completed does not stand as the plan of now', () => {
  const plan = (status: string): Json => ({
    resourceType: 'CarePlan',
    id: 'cp',
    status,
    intent: 'plan',
    title: 'Falls plan',
    ...hers,
  });
  says([plan('completed')], /Falls plan[^.]*(completed|ended)/i, /Falls plan \./);
  says([plan('revoked')], /Falls plan[^.]*(revoked|ended|cancelled|withdrawn)/i, /Falls plan \./);
});

// https://github.com/medplum/medplum/issues/5950
test('medplum 5950: a message without the moment of its sending is shown, and its date is not made up', () => {
  says(
    [message({ payload: [{ contentString: 'Start the antibiotic today.' }] })],
    /Start the antibiotic today\..*date not recorded/,
    /Start the antibiotic today\..{0,40}21-Nov-2026/,
  );
});

// https://github.com/medplum/medplum/pull/8699
test('medplum 8699: a message in several parts shows each, and names what is attached', () => {
  says(
    [
      message({
        sent: '2026-11-20T10:00:00Z',
        payload: [
          { contentString: 'Photo of the wound.' },
          { contentAttachment: { title: 'wound.jpg', contentType: 'image/jpeg' } },
          { contentString: 'Please ring.' },
        ],
      }),
    ],
    /Photo of the wound\. attached: wound\.jpg Please ring\./,
    /Photo of the wound\. Please ring/,
  );
});

/** How the first thread of some presses stands. */
function standing(entries: readonly ThreadEntry[], now: string) {
  const [thread] = threadsOf(entries);
  assert.ok(thread);
  return { thread, standing: standingOf(thread, now, TIMES) };
}

// https://github.com/opensrp/fhircore/pull/1993, https://github.com/SORMAS-Foundation/SORMAS-Project/issues/349
test('opensrp/fhircore 1993: what has happened is not overdue, however long ago its promise passed', () => {
  const presses = new Presses();
  presses.raise();
  const answer = presses.answer();
  assert.equal(standing(presses.entries, '2026-11-22T09:00:00Z').standing.state, 'overdue');
  presses.press(CARER, { kind: 'happened', answer, words: '' });
  assert.equal(standing(presses.entries, '2027-03-01T09:00:00Z').standing.state, 'closed');
});

// https://github.com/opensrp/fhircore/issues/1697
test('opensrp/fhircore 1697: what is overdue can still be confirmed, answered and asked about', () => {
  for (const kind of ['happened', 'answer', 'ask'] as const) {
    const presses = new Presses();
    presses.raise();
    const promise = presses.answer();
    if (kind === 'happened') presses.press(NURSE, { kind, answer: promise, words: '' });
    if (kind === 'ask') presses.press(GP, { kind, words: 'Has she been seen?' });
    if (kind === 'answer') presses.answer(GP, { promisedBy: '2026-11-23T17:00:00Z' });
    const { thread } = standing(presses.entries, '2026-11-22T09:00:00Z');
    assert.equal(thread.entries.length, 3, kind);
    const states = { happened: 'closed', answer: 'answered', ask: 'overdue' };
    assert.equal(standing(presses.entries, '2026-11-22T09:00:00Z').standing.state, states[kind]);
  }
});

// https://github.com/grafana-cold-storage/oncall/issues/3111
test('grafana/oncall 3111: a matter that was answered and confirmed months ago does not come back by itself', () => {
  const presses = new Presses();
  presses.raise();
  const answer = presses.answer(GP, { promisedBy: null });
  presses.press(CARER, { kind: 'happened', answer, words: '' });
  const shuffled = presses.entries.toReversed();
  for (const now of ['2026-11-20T10:00:00Z', '2027-05-20T05:30:00Z'])
    assert.equal(standing(shuffled, now).standing.state, 'closed');
});

// https://github.com/pingdotgg/t3code/issues/3983, https://github.com/signalapp/Signal-iOS/issues/655
test('t3code 3983: a device whose clock is five hours ahead neither moves its message to the end nor delays "unseen too long"', () => {
  const presses = new Presses();
  presses.raise();
  const [raise] = presses.entries;
  assert.ok(raise);
  const ahead = { ...raise, pressedAt: '2026-11-20T14:00:00.000Z', clockOffsetMs: null };
  const late = standing([ahead], '2026-11-20T11:00:00Z').standing;
  assert.deepEqual(late, { state: 'waiting', since: '2026-11-20T09:00:00.000Z', isLong: true });
  presses.answer();
  const [, answer] = presses.entries;
  assert.ok(answer);
  const { thread } = standing([answer, ahead], '2026-11-20T11:00:00Z');
  assert.deepEqual(
    thread.entries.map(({ act }) => act.kind),
    ['raise', 'answer'],
  );
  assert.equal(thread.answered?.entry, answer.id);
});

// https://github.com/target/goalert/issues/912
test('goalert 912: one press that arrives three times is one line', () => {
  const presses = new Presses();
  presses.raise();
  presses.press(CARER, { kind: 'worse', words: 'Cold.' });
  const { thread } = standing([...presses.entries, ...presses.entries, ...presses.entries], NOW);
  assert.deepEqual(
    thread.entries.map(({ act }) => act.kind),
    ['raise', 'worse'],
  );
});

// https://github.com/margince/margince/issues/3065
test('margince 3065: a refresh while somebody types does not make the other person’s change look like theirs', () => {
  const line = (want: string): EditableLine => ({
    id: 'goal',
    kind: 'goal',
    fields: { want, step: null, with: null, saidBy: 'herself', due: null },
  });
  const by = { name: 'Grace Mensah', role: 'nurse' };
  const save = { kind: 'save', key: 'p1', by, decider: null } as const;
  const actions: readonly PlanAction[] = [
    { kind: 'open-line', line: 'goal' },
    { kind: 'write', key: 'p1', field: 'step', text: 'each morning' },
    { kind: 'plan-arrived', resident: 'iris', lines: [line('not to walk')], readAll: true },
    save,
  ];
  const step = planStep();
  const start = { ...openPlan('iris', { isOnline: true }), lines: [line('walk')] };
  const { session, effects } = actions.reduce(
    ({ session: before }, action, index) => step(before, { ...action, at: NOW, id: `p${index + 1}` }),
    { session: start, effects: [] } as ReturnType<typeof step>,
  );
  const before = { want: 'not to walk', step: null, with: null, saidBy: 'herself', due: null };
  const intents = effects.flatMap((effect) => (effect.kind === 'enqueue' ? [effect.intent.what] : []));
  assert.deepEqual(intents, [
    {
      kind: 'plan-line',
      act: 'change',
      of: 'goal',
      line: 'goal',
      before,
      after: { ...before, step: 'each morning' },
      reason: null,
      by,
    },
  ]);
  assert.equal(session.handed.length, 1);
});

/** What a number would dial; `null`: it is text. */
function dials(number: string): unknown {
  const drawn = phone(number);
  return drawn.strings.join('').includes('tel:') ? drawn.values[0] : null;
}

// https://github.com/corona-warn-app/cwa-documentation/issues/390
test('cwa-documentation 390: the (0) of an international number is not dialled', () => {
  assert.equal(dials('+44 (0)1632 960200'), '+441632960200');
  assert.equal(dials('+44(0) 1632 960200'), '+441632960200');
  assert.equal(dials('(01632) 960200'), '01632960200');
});

// https://github.com/pg-irc/pathways-frontend/issues/1232, https://github.com/NavidShokoufeh/mytell/issues/29
test('pathways-frontend 1232: an extension is not dialled as part of the number, and blanks are not dialled at all', () => {
  assert.equal(dials('0098 912 299 2062'), '00989122992062');
  for (const number of ['01632 960200 ext 212', '01632 960200 x212', '01632 960200 / 960201'])
    assert.equal(dials(number), null, number);
});

// https://github.com/blackboxembedded/WunderLINQ-Android/issues/100
test('WunderLINQ-Android 100: 999 and 111 can be rung like any number', () => {
  for (const number of ['999', '111']) assert.equal(dials(number), number);
});
