import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NEWS2_PART_POINTS, settingStop } from '../../rules/clinical-setting.ts';
import { openSettings, type SettingsAction, type SettingsSession } from './session.ts';
import { settingDraftStop, SETTINGS_GUARDS, settingsStep } from './step.ts';

const GP = { name: 'Dr Asha Rao', role: 'GP', mayDecide: true, scale: 1 } as const;
const SAVE = { kind: 'save-setting', resident: 'mary', by: GP, ends: [] } as const;
const NOW = '2026-11-21T09:00:00Z';
const PARTS = ['rr', 'spo2', 'oxygen', 'sbp', 'pulse', 'acvpu', 'temp'] as const;
let n = 0;

function run(session: SettingsSession, actions: readonly SettingsAction[], step = settingsStep()) {
  return actions.reduce(
    ({ session: now, effects }, action) => {
      const next = step(now, { ...action, at: '2026-11-21T09:00:00Z', id: `id-${++n}` });
      return { session: next.session, effects: [...effects, ...next.effects] };
    },
    { session, effects: [] as readonly { readonly kind: string }[] },
  );
}

const whole: readonly SettingsAction[] = [
  { kind: 'begin-setting', what: 'usual-news2' },
  ...PARTS.map((part) => ({ kind: 'set-points', part, points: 0 }) as const),
];

test('C3: a usual score is saved only with every part, and a part that was taken back is missing, not zero', () => {
  const open = run(openSettings('mary'), whole.slice(0, -1)).session;
  assert.ok(open.draft);
  assert.equal(settingDraftStop(open.draft, GP, NOW), 'parts-missing');
  assert.deepEqual(run(open, [SAVE]).effects, []);
  const done = run(openSettings('mary'), [...whole, SAVE]);
  assert.deepEqual([done.effects.length, done.session.draft], [1, null]);
  const back = run(openSettings('mary'), [...whole, { kind: 'set-points', part: 'rr', points: null }, SAVE]);
  assert.deepEqual(back.effects, []);
});

test('C3: each part has the points of the RCP’s chart 1, and no others', () => {
  const any = [0, 1, 2, 3];
  assert.deepEqual(NEWS2_PART_POINTS, {
    rr: any,
    spo2: any,
    oxygen: [0, 2],
    sbp: any,
    pulse: any,
    acvpu: [0, 3],
    temp: any,
  });
  const parts = { rr: 0, spo2: 0, oxygen: 1, sbp: 0, pulse: 0, acvpu: 0, temp: 0 };
  const set = { kind: 'usual-news2', parts, scale: 1, words: '' } as const;
  assert.equal(settingStop({ set, by: GP }, NOW), 'parts-missing', 'oxygen has no single point');
});

test('C4: scale 2 needs the words on which it rests, and 94–98 % does not', () => {
  const target = (low: number, text: string): readonly SettingsAction[] => [
    { kind: 'begin-setting', what: 'spo2-target' },
    { kind: 'set-target', low },
    { kind: 'write-basis', text },
    SAVE,
  ];
  assert.deepEqual(run(openSettings('mary'), target(88, ' ')).effects, []);
  assert.equal(run(openSettings('mary'), target(88, 'Blood gases, June')).effects.length, 1);
  assert.equal(run(openSettings('mary'), target(94, '')).effects.length, 1);
});

const chosen = (
  what: 'last-days' | 'variation',
  state: 'set' | 'ended',
  text: string,
): readonly SettingsAction[] => [
  { kind: 'begin-setting', what },
  { kind: 'set-state', state },
  { kind: 'write-basis', text },
  SAVE,
];

test('C6: the last days and a variation are set with words and ended without, and neither is chosen beforehand', () => {
  for (const what of ['last-days', 'variation'] as const) {
    const open = run(openSettings('mary'), [{ kind: 'begin-setting', what }]).session;
    assert.ok(open.draft !== null && 'state' in open.draft && open.draft.state === null);
    assert.equal(settingDraftStop(open.draft, GP, NOW), 'no-state');
    const write: SettingsAction = { kind: 'write-basis', text: 'Agreed with her daughter' };
    assert.deepEqual(run(open, [write, SAVE]).effects, [], 'words alone choose nothing');
    assert.deepEqual(run(openSettings('mary'), chosen(what, 'set', ' ')).effects, []);
    assert.equal(run(openSettings('mary'), chosen(what, 'ended', '')).effects.length, 1);
    const { session, effects } = run(openSettings('mary'), chosen(what, 'set', ' Agreed with her daughter '));
    assert.equal(effects.length, 1);
    const set = { kind: what, state: 'set', words: 'Agreed with her daughter' } as const;
    const by = { name: GP.name, role: GP.role };
    assert.deepEqual(session.pressed[0]?.what, { kind: 'clinical-setting', set, by });
  }
});

test('C6: a port refuses one without words, or with a state that is none', () => {
  const by = { name: 'Dr Asha Rao', role: 'GP' };
  const stop = (state: string, words: string) =>
    settingStop({ set: { kind: 'last-days', state: state as 'set', words }, by }, NOW);
  assert.deepEqual(
    [stop('set', 'Agreed'), stop('set', ' '), stop('ended', ''), stop('', 'Agreed')],
    [null, 'no-words', null, 'no-state'],
  );
});

test('C6: what is chosen of one setting says nothing of another', () => {
  const open = run(openSettings('mary'), chosen('last-days', 'set', 'x').slice(0, 3)).session;
  const other = run(open, [{ kind: 'begin-setting', what: 'variation' }]).session;
  assert.deepEqual(other.draft, { kind: 'variation', state: null, words: '', until: '' });
  const target = run(open, [
    { kind: 'begin-setting', what: 'spo2-target' },
    { kind: 'set-state', state: 'set' },
  ]).session;
  assert.deepEqual(target.draft, { kind: 'spo2-target', low: null, words: '' });
});

test('C1: what was begun for one resident is not saved for another; without the guard it would be', () => {
  const save = { ...SAVE, resident: 'tom' };
  assert.deepEqual(run(openSettings('mary'), [...whole, save]).effects, []);
  const without = settingsStep({ ...SETTINGS_GUARDS, isOwn: () => true });
  assert.equal(run(openSettings('mary'), [...whole, save], without).effects.length, 1);
});

test('C2: nobody sets anything whom the page does not let decide; without the guard they would', () => {
  const save = { ...SAVE, by: { ...GP, mayDecide: false } };
  assert.deepEqual(run(openSettings('mary'), [...whole, save]).effects, []);
  const without = settingsStep({ ...SETTINGS_GUARDS, mayDecide: () => true });
  assert.equal(run(openSettings('mary'), [...whole, save], without).effects.length, 1);
  const nobody = { ...SAVE, by: { ...GP, role: ' ' } };
  assert.deepEqual(run(openSettings('mary'), [...whole, nobody]).effects, [], 'a role is needed');
});

test('C5: a press that is not known is handed over again under its own id, and a late failure takes nothing back', () => {
  const done = run(openSettings('mary'), [...whole, SAVE]).session;
  const intent = done.pressed[0]?.id ?? '';
  const silent: SettingsAction = {
    kind: 'setting-heard',
    intent,
    handing: { state: 'not-known', why: 'silent' },
  };
  const again = run(done, [silent, { kind: 'setting-again', intent }]);
  assert.deepEqual(
    again.session.pressed.map(({ id }) => id),
    [intent],
  );
  assert.equal(again.effects.length, 1);
  const told = run(again.session, [
    {
      kind: 'setting-heard',
      intent,
      handing: { state: 'told', receipt: { state: 'sent', at: '2026-11-21T09:00:01Z' } },
    },
    silent,
  ]);
  assert.equal(told.session.pressed[0]?.handing.state, 'told');
  assert.deepEqual(told.effects, [{ kind: 'watch-setting', intent }]);
});

test('C2, C3: a port takes no setting of a kind, on a scale or with parts that there are none of, nor with words that nobody sees', () => {
  const parts = Object.fromEntries(PARTS.map((part) => [part, 0]));
  const usual = { kind: 'usual-news2', parts, scale: 1, words: '' };
  const lastDays = { kind: 'last-days', state: 'set', words: 'Days.' };
  const stop = (set: object, by = GP as { name: string; role: string }) =>
    settingStop({ set: set as never, by }, NOW);
  assert.deepEqual([stop(usual), stop(lastDays)], [null, null]);
  for (const scale of [0, 3, null, undefined, '1']) assert.equal(stop({ ...usual, scale }), 'parts-missing');
  assert.equal(stop({ ...usual, parts: undefined }), 'parts-missing');
  for (const kind of ['constructor', 'toString', '__proto__', 'last-day', ''])
    assert.equal(stop({ ...lastDays, kind }), 'no-state', kind);
  for (const words of ['\u200b', ' \u2060 ']) {
    assert.equal(stop({ ...lastDays, words }), 'no-words');
    assert.equal(stop({ kind: 'spo2-target', low: 88, high: 92, words }), 'no-basis');
    assert.equal(stop(usual, { name: words, role: 'GP' }), 'no-presser');
    assert.equal(stop(usual, { name: 'Dr Asha Rao', role: words }), 'no-role');
  }
});

test('C7: a setting names what stood on screen at its press, and one beside nothing names nothing', () => {
  const pressed = (ends: readonly string[]) =>
    run(openSettings('mary'), [...chosen('last-days', 'ended', '').slice(0, 2), { ...SAVE, ends }]).session
      .pressed[0];
  assert.deepEqual(pressed(['Observation/a', 'CarePlan/b'])?.what.ends, ['Observation/a', 'CarePlan/b']);
  assert.deepEqual(Object.keys(pressed([])?.what ?? {}), ['kind', 'set', 'by']);
});

test('C8: a variation can have a last day, which lies ahead; the last days of life and an end have none', () => {
  const until = (what: 'last-days' | 'variation', state: 'set' | 'ended', day: string) =>
    run(openSettings('mary'), [
      ...chosen(what, state, 'Ring the practice first').slice(0, -1),
      { kind: 'write-until', day },
      SAVE,
    ]).session.pressed.map((one) => ('until' in one.what.set ? one.what.set.until : 'none'));
  assert.deepEqual(until('variation', 'set', '2026-11-30'), ['2026-11-30']);
  assert.deepEqual(until('variation', 'set', ''), ['none']);
  for (const day of ['2026-11-21', '2026-11-20', '2026-13-01', 'Friday'])
    assert.deepEqual(until('variation', 'set', day), [], day);
  assert.deepEqual(until('variation', 'ended', '2026-11-30'), ['none'], 'typed before the end was chosen');
  assert.deepEqual(until('last-days', 'set', '2026-11-30'), ['none']);
  const set = { kind: 'last-days', state: 'set', words: 'Agreed', until: '2026-11-30' } as const;
  assert.equal(settingStop({ set, by: GP }, NOW), 'no-until');
});

test('C8: a last day that does not lie ahead is said before what is still to be chosen and written', () => {
  const stop = (until: string, state: 'set' | 'ended' | null) =>
    settingDraftStop({ kind: 'variation', state, words: '', until }, GP, NOW);
  assert.deepEqual([stop('2026-11-20', null), stop('2026-11-20', 'set')], ['no-until', 'no-until']);
  assert.deepEqual([stop('2026-11-30', null), stop('2026-11-30', 'set')], ['no-state', 'no-words']);
  assert.deepEqual([stop('', null), stop('', 'set')], ['no-state', 'no-words']);
  assert.equal(stop('2026-11-20', 'ended'), null, 'an end has none, whatever was typed');
});
