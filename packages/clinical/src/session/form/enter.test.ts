import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answerOf } from '../../form/answer-of.ts';
import type { AnswerValue, ItemKey } from '../../form/answer.ts';
import type { FormDefinition } from '../../form/definition.ts';
import { questionAt } from '../../form/question-at.ts';
import type { FormAction, FormPress } from './action.ts';
import { refusedEntries } from './entry.ts';
import { fieldsOfAnswer, type Field } from './fields.ts';
import { readEntry } from './read-entry.ts';
import { AROUND, RULES, offerOf } from './session.fixtures.ts';
import type { FormSession } from './session.ts';
import { NO_SESSIONS } from './sessions.ts';
import { sessionsStep } from './sessions-step.ts';
import { formStep } from './step.ts';
import type { FormStepped } from './stepped.ts';
import { stopsOf } from './stops.ts';

const AT = '2026-11-21T14:00:00Z';

const form: FormDefinition = {
  id: 'every-kind',
  title: 'Every kind',
  version: '1',
  items: [
    { id: 'pulse', type: 'integer', text: 'Pulse', limits: { min: 0, max: 300 } },
    {
      id: 'weight',
      type: 'quantity',
      text: 'Weight',
      units: [
        { code: 'kg', text: 'kg', factor: 1 },
        { code: '[lb_av]', text: 'lb', factor: 0.45359237 },
      ],
    },
    { id: 'readings', type: 'decimal', text: 'Readings', repeats: true },
    { id: 'since', type: 'date', text: 'Since', past: true },
    { id: 'woke', type: 'time', text: 'Woke' },
    { id: 'words', type: 'text', text: 'Words', maxLength: 12 },
    {
      id: 'aids',
      type: 'choice',
      text: 'Aids',
      repeats: true,
      options: [
        { value: 'stick', text: 'stick' },
        { value: 'frame', text: 'frame' },
        { value: 'none', text: 'none', exclusive: true },
      ],
    },
    {
      id: 'shoes',
      type: 'open-choice',
      text: 'Shoes',
      options: [{ value: 'own', text: 'own' }],
      maxLength: 6,
    },
    { id: 'helped', type: 'boolean', text: 'Helped' },
    {
      id: 'fall',
      type: 'group',
      text: 'Fall',
      repeats: true,
      items: [{ id: 'fall/where', type: 'text', text: 'Where', maxLength: 6 }],
    },
  ],
};

const text = (n = 0): Field => ({ part: 'text', n });
const step = formStep();

/** A session of the form, in which nothing has been done. */
function begun(readOnly = false): FormSession {
  const around = { view: null, place: null, author: null, readOnly, evaluator: null, rules: null };
  const opening = { resident: 'r1', form, port: null, around, previous: null, draft: null } as const;
  const stamp = { at: AT, id: 'open' };
  const open = { kind: 'open', opening: { ...opening, from: 'empty', focus: false }, ...stamp } as const;
  const { front } = sessionsStep()(NO_SESSIONS, open).session;
  assert.ok(front);
  return front;
}

/** What comes of one press after another, and the effects of the last one. */
function after(session: FormSession, ...presses: readonly FormAction[]): FormStepped {
  return presses.reduce<FormStepped>(
    (stepped, press, n) => step(stepped.session, { ...press, at: AT, id: `press-${n}` }),
    { session, effects: [] },
  );
}

function valuesOf({ state }: FormSession, key: ItemKey): readonly AnswerValue[] | null {
  const answer = state === null ? null : answerOf(state, key);
  return answer?.state === 'given' ? answer.values : null;
}

const enter = (key: ItemKey, words: string, field: Field = text()): FormPress => ({
  kind: 'enter',
  key,
  field,
  text: words,
});
const type = (key: ItemKey, words: string, field: Field = text()): FormPress => ({
  kind: 'type',
  key,
  field,
  text: words,
});

test('N1: what is typed is no answer before its field is left, and tells the page of nothing', () => {
  const typed = after(begun(), type('pulse', '72'));
  assert.equal(valuesOf(typed.session, 'pulse'), null);
  assert.deepEqual(typed.effects, []);
  const { session } = after(typed.session, enter('pulse', '72'));
  assert.deepEqual(valuesOf(session, 'pulse'), [{ type: 'number', value: 72 }]);
  assert.equal(session.entries.size, 0);
});

test('N2: an entry that comes to nothing takes the earlier answer away, and stays with its doubt', () => {
  const { session } = after(begun(), enter('pulse', '72'), enter('pulse', '350'));
  assert.equal(valuesOf(session, 'pulse'), null);
  assert.equal(session.entries.get('pulse')?.typed?.fields.answers[0]?.text, '350');
  assert.deepEqual(
    refusedEntries(session).map(({ key, doubt }) => `${key} ${doubt.kind}`),
    ['pulse impossible'],
  );
  assert.deepEqual(
    stopsOf(session).map(({ kind }) => kind),
    ['nothing-answered', 'refused-entry', 'no-author'],
  );
});

test('N2: of several answers only the refused one is left out', () => {
  const { session } = after(begun(), enter('readings', '3'), enter('readings', 'x', text(1)));
  assert.deepEqual(valuesOf(session, 'readings'), [{ type: 'number', value: 3 }]);
  assert.equal(refusedEntries(session).length, 1);
});

test('N2: a day that is still to come is refused where only the past is asked for, and not taken back in silence', () => {
  const { session } = after(begun(), enter('since', '2027', { part: 'year', n: 0 }));
  assert.equal(valuesOf(session, 'since'), null);
  assert.deepEqual(refusedEntries(session)[0]?.doubt, { kind: 'too-late', day: '2026-11-21' });
});

test('N2: no unit is chosen by itself, and the number is read again with the unit', () => {
  const { session } = after(begun(), enter('weight', '128'));
  assert.deepEqual(refusedEntries(session)[0]?.doubt, { kind: 'no-unit' });
  const chosen = after(session, enter('weight', '[lb_av]', { part: 'unit', n: 0 })).session;
  assert.deepEqual(valuesOf(chosen, 'weight'), [
    { type: 'number', value: 58.05982336, unit: 'kg', entered: { value: 128, unit: '[lb_av]' } },
  ]);
});

test('N3: text gives way to an answer that was not made of it, and stays while others are answered', () => {
  const typed = after(begun(), type('pulse', '7'), {
    kind: 'choose',
    key: 'helped',
    option: 'true',
    isChosen: true,
  });
  assert.equal(typed.session.entries.get('pulse')?.typed?.fields.answers[0]?.text, '7');
  const offer = offerOf('pulse', '64', { values: [{ type: 'number', value: 64 }] });
  const rules = { ...RULES, offers: () => [offer] };
  const told = after(typed.session, { kind: 'surroundings', around: { ...AROUND, rules } });
  const taken = after(told.session, { kind: 'use', offer });
  assert.equal(taken.session.entries.size, 0);
});

test('N3: nothing that was typed in a row comes back in the next row', () => {
  const added = after(begun(), { kind: 'add-row', group: 'fall' }).session;
  const typed = after(added, enter('fall/where[2]', 'too long a word')).session;
  assert.equal(refusedEntries(typed).length, 1);
  const removed = after(typed, { kind: 'remove-row', group: 'fall', row: '2' }).session;
  assert.equal(removed.entries.size, 0);
});

test('N4: at a pause words are an answer and stand as they are typed; what is none yet is not said', () => {
  const paused = after(begun(), type('words', 'Her gard '), { kind: 'pause', key: 'words' }).session;
  assert.deepEqual(valuesOf(paused, 'words'), [{ type: 'text', value: 'Her gard' }]);
  assert.equal(paused.entries.get('words')?.typed?.fields.answers[0]?.text, 'Her gard ');
  const long = after(paused, type('words', 'Her garden in June'), { kind: 'pause', key: 'words' }).session;
  assert.deepEqual(valuesOf(long, 'words'), [{ type: 'text', value: 'Her gard' }]);
  assert.deepEqual(refusedEntries(long), []);
  const number = after(begun(), type('pulse', '7'), { kind: 'pause', key: 'pulse' }).session;
  assert.equal(valuesOf(number, 'pulse'), null);
});

test('N4: a pause while a reason is typed leaves "not assessed" as it is', () => {
  const { session } = after(
    begun(),
    { kind: 'not-assessed', key: 'words', state: 'refused', reason: null },
    type('words', 'too ti', { part: 'reason' }),
    { kind: 'pause', key: 'words' },
  );
  assert.equal(session.state?.draft.answers['words']?.state, 'refused');
});

test('N5: what was typed and not handed over is read before it is signed', () => {
  const typed = after(begun(), type('pulse', '350'), type('words', 'garden')).session;
  const { session } = after(typed, { kind: 'finish', despiteFew: true });
  assert.deepEqual(valuesOf(session, 'words'), [{ type: 'text', value: 'garden' }]);
  assert.deepEqual(
    refusedEntries(session).map(({ key }) => key),
    ['pulse'],
  );
  assert.equal(session.screen.stopped, 'stopped');
});

test('N6: words why something was not assessed wait for a reason, take it up, and stop a signing until then', () => {
  const reason: Field = { part: 'reason' };
  assert.deepEqual(
    refusedEntries(after(begun(), enter('pulse', '  ', reason)).session),
    [],
    'blanks say nothing',
  );
  const waiting = after(begun(), enter('pulse', ' asleep ', reason)).session;
  assert.deepEqual(refusedEntries(waiting)[0]?.doubt, { kind: 'no-reason' });
  const chosen = after(waiting, {
    kind: 'not-assessed',
    key: 'pulse',
    state: 'unable',
    reason: null,
  }).session;
  const answer = chosen.state === null ? null : answerOf(chosen.state, 'pulse');
  assert.partialDeepStrictEqual(answer, { state: 'unable', reason: 'asleep' });
  assert.equal(chosen.entries.size, 0);
  for (const blank of ['', '  ']) {
    const emptied = after(chosen, enter('pulse', blank, reason)).session;
    assert.partialDeepStrictEqual(emptied.state?.draft.answers['pulse'], { state: 'unable', reason: null });
  }
});

test('N7: why a date is none is said once the person has left it', () => {
  const within = after(begun(), enter('since', '31', { part: 'day', n: 0 })).session;
  assert.equal(within.entries.get('since')?.typed?.isWithinDate, true);
  const left = after(within, { kind: 'leave-question', key: 'since' }).session;
  assert.equal(left.entries.get('since')?.typed?.isWithinDate, false);
  assert.equal(refusedEntries(left).length, 1);
});

test('a date that is known in part stays so: a year, a month of a year, a day; a day without its month is none', () => {
  type Part = readonly ['day' | 'month' | 'year', string];
  const entered = (...parts: readonly Part[]) =>
    after(begun(), ...parts.map(([part, typed]) => enter('since', typed, { part, n: 0 }))).session;
  const valueOf = (...parts: readonly Part[]) => valuesOf(entered(...parts), 'since')?.[0]?.value;
  assert.equal(valueOf(['year', '2020']), '2020');
  assert.equal(valueOf(['month', '5'], ['year', '2020']), '2020-05');
  assert.equal(valueOf(['day', '3'], ['month', '5'], ['year', ' 2020 ']), '2020-05-03');
  const halved = entered(['day', '3'], ['year', '2020']);
  assert.deepEqual([valuesOf(halved, 'since'), refusedEntries(halved).length], [null, 1]);
});

test('N7: what is typed anew is within no date until it is read', () => {
  const typing = after(begun(), type('pulse', 'x')).session;
  assert.equal(typing.entries.get('pulse')?.typed?.isWithinDate, false);
});

test('an option of several is added and taken away, and words beside the options stay', () => {
  const choose = (key: ItemKey, option: string, isChosen = true): FormPress => ({
    kind: 'choose',
    key,
    option,
    isChosen,
  });
  const ticked = after(begun(), choose('aids', 'frame'), choose('aids', 'stick')).session;
  const options = (session: FormSession, key: ItemKey) =>
    valuesOf(session, key)?.map(({ value }) => value) ?? [];
  assert.deepEqual(options(ticked, 'aids'), ['stick', 'frame']);
  assert.deepEqual(options(after(ticked, choose('aids', 'frame', false)).session, 'aids'), ['stick']);
  assert.deepEqual(options(after(ticked, choose('aids', 'none')).session, 'aids'), ['none']);
  const words = after(
    begun(),
    choose('shoes', 'own'),
    enter('shoes', 'boots', { part: 'other-words' }),
  ).session;
  assert.deepEqual(valuesOf(words, 'shoes'), [{ type: 'text', value: 'boots' }]);
  const refused = after(words, enter('shoes', 'boots with laces', { part: 'other-words' })).session;
  assert.equal(valuesOf(refused, 'shoes'), null);
  assert.equal(refused.entries.get('shoes')?.typed?.fields.otherWords, 'boots with laces');
});

test('A1: nothing that is typed stands in a form that is read only', () => {
  const session = begun(true);
  const { session: same } = after(session, type('pulse', '72'), enter('pulse', '72'), enter('words', 'x'));
  assert.equal(same.entries.size, 0);
  assert.deepEqual(same.state?.draft.answers, {});
});

const TEXTS = [
  '',
  '3',
  '72',
  '58.25',
  '350',
  '1,5',
  'abc',
  '07:30',
  '7.05',
  '25:00',
  ' x ',
  '31',
  '2',
  '2024',
];
const KEYS = ['pulse', 'weight', 'readings', 'since', 'woke', 'words', 'aids', 'shoes', 'fall/where[1]'];
const fields: readonly Field[] = [
  ...(['text', 'unit', 'day', 'month', 'year'] as const).flatMap((part) => [0, 1].map((n) => ({ part, n }))),
  { part: 'other-words' },
  { part: 'reason' },
];
const presses = fc.array(
  fc.record({
    key: fc.constantFrom(...KEYS),
    kind: fc.constantFrom('type', 'enter', 'enter', 'pause', 'leave-question', 'choose', 'not-assessed'),
    text: fc.constantFrom(...TEXTS, 'kg', '[lb_av]'),
    field: fc.constantFrom(...fields),
    option: fc.constantFrom('stick', 'frame', 'none', 'own'),
    isChosen: fc.boolean(),
    state: fc.constantFrom('refused' as const, 'unable' as const),
    reason: fc.constant(null),
  }),
  { maxLength: 25 },
);

test('random hands: an answer reads back from its own fields as it is, and text stands only at its own answer', () => {
  fc.assert(
    fc.property(presses, (all) => {
      // Every press carries every part; its kind says which of them are read.
      const { session } = after(begun(), ...(all as readonly FormPress[]));
      const { state, entries } = session;
      assert.ok(state);
      for (const key of KEYS) {
        const question = questionAt(state, key);
        const answer = answerOf(state, key);
        assert.ok(question);
        const typed = entries.get(key)?.typed ?? null;
        if (typed !== null) assert.deepEqual(typed.over, answer);
        if (answer?.state !== 'given' || question.options !== undefined) continue;
        const read = readEntry(question, fieldsOfAnswer(question, answer).answers, AT);
        assert.deepEqual(read, { values: answer.values, doubt: null, isWithinDate: false });
      }
    }),
    { numRuns: 1000 },
  );
});
