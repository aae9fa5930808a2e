import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CareIntent, ClinicalSetting } from '@ehch/clinical';
import { lastDaysNow } from '@ehch/clinical/escalation';
import { about, build, NOW, observation, section, snomed, value, type Json } from '../../record.fixtures.ts';
import { writeIntent } from './write-intent.ts';

const ID = '6b1e0c52-7a0e-4d0f-9d57-1f0a6c1d2e03';
const author = { sub: 'gp', display: 'Dr Asha Rao', reference: null, role: 'GP' };
const by = { name: 'Dr Asha Rao', role: 'GP' };
const PARTS = { rr: 1, spo2: 1, oxygen: 0, sbp: 0, pulse: 1, acvpu: 0, temp: 0 };

const intent = (set: ClinicalSetting, change: Partial<CareIntent> = {}): CareIntent => ({
  id: ID,
  resident: 'p1',
  pressedAt: '2026-11-21T09:00:00Z',
  what: { kind: 'clinical-setting', set, by },
  ...change,
});

/** The resources as a server would have them. */
function written(set: ClinicalSetting): readonly Json[] {
  const { parts } = writeIntent(intent(set), { author, clockOffsetMs: 0 });
  return parts.flatMap((part) => (part.op === 'create' ? [JSON.parse(part.body) as Json] : []));
}

const usual: ClinicalSetting = { kind: 'usual-news2', parts: PARTS, scale: 1, words: 'Stable COPD.' };
const scale2: ClinicalSetting = {
  kind: 'spo2-target',
  low: 88,
  high: 92,
  words: 'Hypercapnia confirmed on blood gases, June 2026.',
};

test('a usual NEWS2 with its parts is read back whole: the total, each part, the words, who and when', () => {
  const story = value('news2', written(usual));
  assert.deepEqual(
    [story.usual?.total, story.usual?.on, story.usual?.by?.name, story.usual?.cautions],
    [3, '2026-11-21T09:00:00Z', 'Dr Asha Rao, GP', []],
  );
  const said = JSON.stringify(story.usual);
  for (const part of [
    'breaths per minute: 1',
    'oxygen saturation: 1',
    'pulse: 1',
    'temperature: 0',
    'Stable COPD.',
  ])
    assert.match(said.toLowerCase(), new RegExp(part.toLowerCase()), part);
  assert.deepEqual(story.scores, [], 'it is no measured score');
});

test('a target of 88–92 % is read back as scale 2, and one of 94–98 % takes it back', () => {
  const first = value('news2', written(scale2)).target;
  assert.deepEqual([first?.low, first?.high, first?.scale, first?.cautions], [88, 92, 2, []]);
  assert.match(JSON.stringify(first), /Hypercapnia confirmed/);
  const earlier = written(scale2).map((one) => ({
    ...one,
    id: `old-${String(one['id'])}`,
    effectiveDateTime: '2026-10-01T09:00:00Z',
  }));
  const both = [...earlier, ...written({ kind: 'spo2-target', low: 94, high: 98, words: '' })];
  assert.deepEqual([value('news2', both).target?.scale, value('news2', both).target?.low], [1, 94]);
});

test('after a target of 88–92 %, a set of observations is not scored on scale 1 by assumption', () => {
  const raw = (id: string, code: string, amount: number, unit: string): Json =>
    observation(id, snomed(code), {
      effectiveDateTime: '2026-11-21T09:10:00Z',
      valueQuantity: { value: amount, unit, code: unit },
    });
  const set = [
    raw('rr', '86290005', 18, '/min'),
    raw('spo2', '103228002', 90, '%'),
    raw('pulse', '364075005', 80, '/min'),
    raw('temp', '276885007', 37, 'Cel'),
  ];
  const story = value('news2', [...written(scale2), ...set]);
  assert.ok(story.scores[0]?.score.flags.includes('spo2-needs-scale'));
  assert.equal(
    value('news2', set).scores[0]?.score.items['spo2']?.score,
    3,
    'without the target it is scale 1',
  );
});

const lastDays: ClinicalSetting = {
  kind: 'last-days',
  state: 'set',
  words: 'Recognised on the visit of 21-Nov-2026, agreed with her daughter.',
};
const variation: ClinicalSetting = {
  kind: 'variation',
  state: 'set',
  words: 'No hospital for a chest infection.\nOral antibiotics here, ring the practice.',
};
const ENDED = { state: 'ended', words: 'Eating and drinking again.' } as const;
/** The same, of an earlier day. */
const earlier = (resources: readonly Json[], at = '2026-11-19T09:00:00Z'): readonly Json[] =>
  resources.map((one) => ({
    ...one,
    id: `old-${String(one['id'])}`,
    ...(one['resourceType'] === 'Observation' && { effectiveDateTime: at }),
  }));

test('the last days are read back whole: that they are, on what it rests, who and when', () => {
  const { lastDays: plan, decisions } = value('limits', written(lastDays));
  assert.deepEqual(
    [plan?.text, plan?.on, plan?.by?.name, plan?.cautions, plan?.notes?.map(({ text }) => text), decisions],
    ['Last days of life: Yes', '2026-11-21T09:00:00Z', 'Dr Asha Rao, GP', [], [lastDays.words], []],
  );
});

test('an end of the last days puts the scores back, also beside a plan of another system', () => {
  const end = written({ ...lastDays, ...ENDED });
  const plan = about('CarePlan', 'l', {
    status: 'active',
    category: [{ text: 'Last days of life care plan' }],
    created: '2026-11-18',
  });
  assert.notEqual(value('limits', [plan]).lastDays, null);
  for (const before of [[], earlier(written(lastDays)), [plan]]) {
    const story = value('limits', [...before, ...end]);
    assert.equal(story.lastDays, null);
    const said = story.decisions.find(({ text }) => text === 'Last days of life: No');
    assert.deepEqual([said?.by?.name, said?.notes?.[0]?.text], ['Dr Asha Rao, GP', ENDED.words]);
  }
  assert.notEqual(value('limits', [...earlier(end), ...written(lastDays)]).lastDays, null, 'they began anew');
});

test('an end that this device has not sent puts 999 back at once, and a beginning that it has not sent keeps 999 on', () => {
  const unsent = (resources: readonly Json[]) =>
    resources.map((resource) => ({ fullUrl: null, resource, unsent: 'not-sent' }));
  const now = (resources: readonly unknown[]) => lastDaysNow(section('limits', resources));
  const [since, onDay] = [{ created: '2026-11-18' }, { created: '2026-11-21' }];
  const plans = [since, onDay, {}].map((fields) =>
    about('CarePlan', 'l', {
      status: 'active',
      category: [{ text: 'Last days of life care plan' }],
      ...fields,
    }),
  );
  const begun = earlier(written(lastDays));
  assert.equal(now(begun), 'in-force');
  for (const before of [begun, ...plans.map((plan) => [plan])])
    assert.equal(now([...before, ...unsent(written({ ...lastDays, ...ENDED }))]), 'none');
  assert.equal(now(unsent(written(lastDays))), 'in-doubt');
  // A line about a variation lowers no rung, sent or not.
  const text = value('limits', [
    ...earlier(written(variation)),
    ...unsent(written({ ...variation, ...ENDED })),
  ]).decisions;
  assert.deepEqual([text.length, text[0]?.text, text[0]?.cautions], [1, 'ended', ['not-sent']]);
});

test('the last days that nobody has set anew hold no longer than a fortnight, and say so', () => {
  assert.notEqual(value('limits', earlier(written(lastDays), '2026-11-07T09:00:00Z')).lastDays, null);
  const old = value('limits', earlier(written(lastDays), '2026-11-06T09:00:00Z'));
  assert.equal(old.lastDays, null);
  assert.match(old.decisions[0]?.text ?? '', /more than 14 days old, so scores are still shown/);
});

test('a variation is read back whole among the agreed limits, and the newest counts', () => {
  const [one, ...others] = value('limits', written(variation)).decisions;
  assert.deepEqual(
    [one?.kind, one?.text, one?.on, one?.by?.name, one?.cautions, others],
    ['variation', variation.words, '2026-11-21T09:00:00Z', 'Dr Asha Rao, GP', [], []],
  );
  const old = earlier(written({ ...variation, words: 'Ring 111 first.' }));
  const both = build([...old, ...written(variation)]);
  const texts = value('limits', [...old, ...written(variation)]).decisions.map(({ text }) => text);
  assert.deepEqual(texts, [variation.words]);
  const fates = both.ledger.flatMap(({ type, id, outcome }) =>
    type === 'Observation' && id?.startsWith('old-') ? [outcome] : [],
  );
  assert.deepEqual(fates, [{ state: 'set-aside', why: 'newer-shown' }]);
});

test('an end of a variation is told with its reason, and words that look like an answer are no end', () => {
  const end = written({ ...variation, ...ENDED });
  const [one, ...others] = value('limits', [...earlier(written(variation)), ...end]).decisions;
  assert.deepEqual(
    [one?.kind, one?.text, one?.notes?.[0]?.text, others],
    ['variation', 'ended', ENDED.words, []],
  );
  for (const words of ['No', 'Yes', 'Unknown'])
    assert.equal(value('limits', written({ ...variation, words })).decisions[0]?.text, words);
});

test('a variation that was cancelled, or is dated in the future, ends no other', () => {
  const late = (fields: Json) =>
    written({ ...variation, words: 'Later' }).map((one) => ({
      ...one,
      id: `late-${String(one['id'])}`,
      ...fields,
    }));
  const texts = (fields: Json) =>
    value('limits', [...written(variation), ...late(fields)]).decisions.map(({ text }) => text);
  const now = { effectiveDateTime: '2026-11-21T09:10:00Z' };
  assert.ok(texts({ ...now, status: 'cancelled' }).includes(variation.words));
  // Nobody knows yet whether a preliminary one stands, and one for a time that has passed is over.
  for (const doubt of [
    { status: 'preliminary' },
    { status: 'unknown' },
    { note: [{ text: 'entered in error' }] },
  ])
    assert.ok(texts({ ...now, ...doubt }).includes(variation.words), JSON.stringify(doubt));
  const past = { effectiveDateTime: undefined, effectivePeriod: { start: '2026-11-21', end: '2026-11-22' } };
  const next = value('limits', [...written(variation), ...late(past)], {
    now: '2026-11-25T09:00:00Z',
  }).decisions;
  assert.deepEqual(
    next.map(({ text }) => text).toSorted(),
    ['Later: until 22-Nov-2026, not in force today', variation.words].toSorted(),
  );
  const ahead = texts({ effectiveDateTime: '2026-11-25T09:00:00Z' });
  assert.deepEqual(ahead.toSorted(), ['Later: not in force today', variation.words].toSorted());
  assert.deepEqual(texts({ ...now, status: 'entered-in-error' }), [variation.words]);
});

test('every element that was written is read', () => {
  const all = [usual, scale2, lastDays, variation, { ...lastDays, ...ENDED }, { ...variation, ...ENDED }];
  for (const set of all) {
    const { view, ledger } = build(written(set));
    assert.equal(view.sections.news2.state, 'known');
    assert.equal(view.sections.limits.state, 'known');
    const own = ledger.filter(({ type }) => type === 'Observation').map(({ outcome }) => outcome.state);
    assert.deepEqual(own, ['shown'], JSON.stringify(ledger));
  }
});

test('nothing half is written: a part without points, no role, scale 2 without a basis, nobody', () => {
  const refused = (set: ClinicalSetting, who = by, change: Partial<CareIntent> = {}) =>
    assert.throws(
      () =>
        writeIntent(
          { ...intent(set, change), what: { kind: 'clinical-setting', set, by: who } },
          { author, clockOffsetMs: 0 },
        ),
      { code: 'bad-argument' },
    );
  refused({ ...usual, parts: { ...PARTS, acvpu: 1 } });
  refused({ ...usual, parts: { ...PARTS, rr: Number.NaN } });
  refused(usual, { name: 'Sam', role: '' });
  refused({ ...scale2, words: ' ' });
  refused({ ...scale2, low: 80 });
  refused(usual, by, { resident: null });
  refused({ ...lastDays, words: ' ' });
  refused({ ...variation, words: '' });
  refused(lastDays, { name: 'Sam', role: '' });
  refused(lastDays, by, { resident: null });
});

test('the same press writes the same, byte for byte', () => {
  const one = (set: ClinicalSetting = usual) => writeIntent(intent(set), { author, clockOffsetMs: 0 });
  for (const set of [usual, lastDays, variation]) assert.deepEqual(one(set), one(set));
  assert.ok(NOW > one().pressedAt);
});
