import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fate, observation, snomed, value, type Json } from '../../../record.fixtures.ts';

const target = (fields: Json, id = 'target'): Json =>
  observation(id, snomed('852641000000103'), {
    effectiveDateTime: '2026-10-12',
    performer: [{ display: 'Dr A. Rahman' }],
    ...fields,
  });
const percent = (number: number) => ({ value: number, unit: '%', code: '%' });
const found = (...resources: readonly Json[]) => value('news2', resources).target ?? null;

for (const [name, fields, expected] of [
  ['a range', { valueRange: { low: percent(88), high: percent(92) } }, [88, 92, 2, '88 % to 92 %']],
  ['a text', { valueString: '88-92%' }, [88, 92, 2, '88-92%']],
  ['a text with words', { valueString: 'Target 94 to 98 %' }, [94, 98, 1, 'Target 94 to 98 %']],
  [
    'a range in words of its unit',
    { valueRange: { low: { value: 88, unit: 'percent' }, high: { value: 92, unit: 'percent' } } },
    [88, 92, 2, '88 % to 92 %'],
  ],
  ['one number', { valueQuantity: percent(90) }, [90, 90, 2, '90 %']],
  ['a least number', { valueQuantity: { ...percent(94), comparator: '>=' } }, [94, null, 1, '>= 94 %']],
  ['a most number', { valueQuantity: { ...percent(92), comparator: '<=' } }, [null, 92, 2, '<= 92 %']],
  ['several numbers', { valueString: '88 on air, 90 asleep' }, [null, null, null, '88 on air, 90 asleep']],
] as const) {
  test(`a target as ${name} is read with its scale, its day and its author`, () => {
    const { low, high, scale, text, on, by } = found(target(fields)) ?? {};
    assert.deepEqual([low, high, scale, text], expected);
    assert.deepEqual([on, by?.name], ['2026-10-12', 'Dr A. Rahman']);
  });
}

const SET: readonly Json[] = [
  observation('rr', snomed('86290005'), { valueQuantity: { value: 18, unit: '/min' } }),
  observation('spo2', snomed('103228002'), { valueQuantity: percent(88) }),
  observation('pulse', snomed('364075005'), { valueQuantity: { value: 95, unit: '/min' } }),
  observation('temp', snomed('276885007'), { valueQuantity: { value: 38.4, unit: 'Cel' } }),
  observation('o', snomed('371825009'), {}),
  observation('bp', snomed('72313002'), { valueQuantity: { value: 105, unit: 'mmHg' } }),
  observation('acvpu', snomed('1104441000000107'), { valueCodeableConcept: snomed('248234008') }),
];
const TARGET = target({ valueRange: { low: percent(88), high: percent(92) } });
const total = (fields: Json): Json => observation('total', snomed('1104051000000101'), fields);

test('where scale 2 is recorded and nobody states the scale used, both numbers are shown without a band', () => {
  const [entry] = value('news2', [...SET, TARGET]).scores;
  assert.deepEqual(
    [entry?.score.total, entry?.score.band, entry?.scale, entry?.onScale],
    [null, null, null, { 1: 8, 2: 5 }],
  );
  assert.ok(entry?.score.flags.includes('spo2-needs-scale'));
});

test('a set of a month or a year alone may be later than the target, so scale 1 is not assumed for it', () => {
  const component = SET.map(({ code, valueQuantity, valueCodeableConcept }) => ({
    code,
    valueQuantity,
    valueCodeableConcept,
  }));
  const set = (effectiveDateTime: string) => total({ component, effectiveDateTime });
  const scaleOf = (...resources: readonly Json[]) => value('news2', resources).scores[0]?.onScale ?? null;
  for (const date of ['2026-10', '2026']) assert.notEqual(scaleOf(set(date), TARGET), null, date);
  assert.equal(scaleOf(set('2025'), TARGET), null);
  const other = (id: string, effectiveDateTime: string, low: number) =>
    target({ valueRange: { low: percent(low), high: percent(low + 4) }, effectiveDateTime }, id);
  const targets = [other('c', '2026-11-20', 94), other('b', '2026-10', 94), other('a', '2026', 88)];
  assert.notEqual(scaleOf(set('2026-10-15'), ...targets), null);
});

test('without a recorded scale the same set is scored on scale 1, and says so', () => {
  const [entry] = value('news2', SET).scores;
  assert.deepEqual([entry?.score.total, entry?.scale, entry?.onScale], [8, 1, null]);
  assert.ok(entry?.score.flags.includes('scale-1-assumed'));
});

test('a sub-score states the scale of its sender, in the total or in a record that it names', () => {
  const part = { code: snomed('1104321000000108'), valueInteger: 0 };
  const [own] = value('news2', [...SET, TARGET, total({ valueInteger: 5, component: [part] })]).scores;
  assert.deepEqual([own?.score.total, own?.score.band, own?.scale], [5, 'medium', 2]);
  const sub = observation('sub', snomed('1104321000000108'), { valueInteger: 0 });
  const hasMember = [...SET, sub].map(({ id }) => ({ reference: `Observation/${String(id)}` }));
  const resources = [...SET, sub, TARGET, total({ valueInteger: 5, hasMember })];
  const [named] = value('news2', resources).scores;
  assert.deepEqual([named?.score.total, named?.scale], [5, 2]);
  assert.deepEqual(fate('sub', resources), { state: 'shown', sections: ['news2'] });
});

test('a sender’s total without a stated scale has no band', () => {
  const [entry] = value('news2', [TARGET, total({ valueInteger: 7 })]).scores;
  assert.deepEqual([entry?.score.total, entry?.score.band], [7, null]);
  assert.ok(entry?.score.flags.includes('spo2-needs-scale'));
  assert.equal(value('news2', [total({ valueInteger: 7 })]).scores[0]?.score.band, 'high');
});

test('a target that was set later says nothing about an earlier set', () => {
  const later = { ...TARGET, effectiveDateTime: '2026-11-21T08:00:00Z' };
  assert.equal(value('news2', [...SET, later]).scores[0]?.score.total, 8);
  const undated = { ...TARGET, effectiveDateTime: undefined };
  assert.equal(value('news2', [...SET, undated]).scores[0]?.score.total, null);
});

test('a set scored on scale 2 prevents the next one from being scored on scale 1', () => {
  const part = { code: snomed('1104321000000108'), valueInteger: 0 };
  const before = total({ valueInteger: 5, component: [part], effectiveDateTime: '2026-11-10T10:00:00Z' });
  const { target: used, scores } = value('news2', [...SET, before]);
  assert.deepEqual([used?.scale, used?.text, used?.on], [2, 'scored on scale 2', '2026-11-10T10:00:00Z']);
  assert.deepEqual(scores[0]?.onScale, { 1: 8, 2: 5 });
});

test('the newest target counts, and one dated in the future does not apply yet, and is not lost', () => {
  const newer = target({ valueString: '94-98 %', effectiveDateTime: '2026-11-01' }, 'newer');
  const ahead = target({ valueString: '88-92 %', effectiveDateTime: '2027-11-01' }, 'ahead');
  const resources = [TARGET, newer, ahead];
  assert.equal(found(...resources)?.scale, 1);
  assert.deepEqual(fate('target', resources), { state: 'set-aside', why: 'newer-shown' });
  assert.equal(fate('ahead', resources).state, 'unreadable');
});

for (const text of [
  'not 88-92 %, use 94-98 %',
  'no longer 88-92 %',
  '88-92 % until May',
  'changed from 88 to 92 %',
]) {
  test(`no limits are taken from the target “${text}”, and its words are shown`, () => {
    const [target] = [
      value('news2', [observation('t', snomed('852641000000103'), { valueString: text })]).target,
    ];
    assert.deepEqual([target?.low, target?.high, target?.scale, target?.text], [null, null, null, text]);
  });
}

test('a target in fractions has no limits, because nobody means them', () => {
  const valueRange = { low: { value: 0.88 }, high: { value: 0.92 } };
  const { target } = value('news2', [observation('t', snomed('852641000000103'), { valueRange })]);
  assert.deepEqual([target?.low, target?.high, target?.scale], [null, null, null]);
});

for (const [name, fields, why] of [
  ['cancelled', { status: 'cancelled' }, '88 – 92 %: cancelled, not in force today'],
  ['registered only', { status: 'registered' }, '88 – 92 %: registered only, not in force today'],
  ['not set for a reason', { valueString: undefined, dataAbsentReason: { text: 'declined' } }, 'declined'],
  ['not set, in words', { valueString: 'Unknown' }, 'Unknown'],
] as const) {
  test(`a target that is ${name} does not count, and is shown`, () => {
    const newer = target({ valueString: '88 – 92 %', ...fields }, 'newer');
    const { target: held, notMeasured = [] } = value('news2', [newer]);
    assert.equal(held, null);
    assert.deepEqual(
      notMeasured.map((one) => `${one.name}: ${one.why}`),
      [`Oxygen saturation target: ${why}`],
    );
    const since = target({ valueString: '94-98 %', effectiveDateTime: '2026-11-21' }, 'since');
    assert.deepEqual(value('news2', [newer, since]).notMeasured, []);
  });
}

test('two targets of the same time are both shown, and scale 1 is not assumed', () => {
  const both = [target({ valueString: '94-98 %' }, 'a'), target({ valueString: '88-92 %' }, 'b')];
  for (const order of [both, both.toReversed()]) {
    const lead = value('news2', order).target;
    assert.deepEqual(
      [lead?.text, lead?.scale, lead?.cautions, lead?.details],
      ['88-92 %', 2, ['contradicted'], ['another record of the same time: 94-98 %']],
    );
  }
});

test('a set from before the newest target uses the target of its own day', () => {
  const earlier = (fields: Json) => ({ ...TARGET, id: 'earlier', ...fields });
  const later = target({ valueString: '94-98 %', effectiveDateTime: '2026-11-21' });
  const scaled = (...targets: readonly Json[]) => {
    const [entry] = value('news2', [...SET, ...targets]).scores;
    return [entry?.score.total, entry?.onScale];
  };
  assert.deepEqual(scaled(earlier({}), later), [null, { 1: 8, 2: 5 }]);
  assert.deepEqual(scaled(later), [8, null]);
  assert.deepEqual(scaled(earlier({ effectiveDateTime: '2026-11-21T10:00:00Z' })), [8, null]);
  const two = { ...target({ valueString: '94-98 %' }, 'of that day'), effectiveDateTime: '2026-10-12' };
  assert.deepEqual(scaled(earlier({}), two, later), [null, { 1: 8, 2: 5 }]);
});

test('a target is known by its title too, and prevents scale 1 by assumption', () => {
  for (const text of ['Target oxygen saturation', 'Target SpO2', 'Target sats', 'Oxygen saturation target']) {
    const titled = observation('t', { text }, { valueString: '88-92%' });
    assert.equal(found(titled)?.scale, 2, text);
    const [entry] = value('news2', [...SET, titled]).scores;
    assert.notEqual(entry?.scale, 1, text);
  }
});

test('a target with its ends exchanged gives no limits, and scale 1 is not assumed', () => {
  const turned = target({ valueRange: { low: percent(92), high: percent(88) } });
  const found = value('news2', [turned]).target;
  assert.deepEqual(
    [found?.low, found?.high, found?.scale, found?.cautions],
    [null, null, 2, ['implausible']],
  );
  const [entry] = value('news2', [...SET, turned]).scores;
  assert.ok(!entry?.score.flags.includes('scale-1-assumed'));
});

const DOUBTS: readonly (readonly [string, Json, string])[] = [
  ['a note calls a mistake', { note: [{ text: 'Wrong resident' }] }, 'called a mistake'],
  ['nobody has confirmed', { status: 'preliminary' }, 'unconfirmed'],
  [
    'a modifier may turn round',
    { modifierExtension: [{ url: 'https://a.example/x', valueBoolean: true }] },
    'with a condition not understood',
  ],
];
const older = (words: string): Json => target({ valueString: words }, 'older');
const newer = (words: string, fields: Json = {}): Json =>
  target({ valueString: words, effectiveDateTime: '2026-11-10', ...fields }, 'newer');

for (const [name, fields, words] of DOUBTS) {
  test(`a target that ${name} stands beside the firm one that it came after, and settles no scale`, () => {
    const resources = [older('88-92 %'), newer('94-98 %', fields)];
    const { target: lead, scores } = value('news2', [...SET, ...resources]);
    assert.deepEqual(
      [lead?.text, lead?.on, lead?.scale, lead?.cautions, lead?.details],
      [
        '88-92 %',
        '2026-10-12',
        2,
        ['contradicted'],
        [`another record since, of 10-Nov-2026: 94-98 % (${words})`],
      ],
    );
    assert.deepEqual(scores[0]?.onScale, { 1: 8, 2: 5 });
    for (const id of ['older', 'newer'])
      assert.deepEqual(fate(id, resources), { state: 'shown', sections: ['news2'] });
  });

  test(`scale 2 of a target that ${name} is neither taken nor forgotten`, () => {
    const { target: lead, scores } = value('news2', [...SET, older('94-98 %'), newer('88-92 %', fields)]);
    assert.deepEqual([lead?.text, lead?.scale, lead?.isScaleOpen], ['94-98 %', 1, true]);
    assert.deepEqual([scores[0]?.score.band, scores[0]?.onScale], [null, { 1: 8, 2: 5 }]);
    const alone = value('news2', [...SET, newer('88-92 %', fields)]);
    assert.deepEqual([alone.target?.scale, alone.target?.isScaleOpen], [2, true]);
    assert.deepEqual(alone.scores[0]?.onScale, { 1: 8, 2: 5 });
  });

  test(`scale 1 of a target that ${name} is assumed, and not asked for`, () => {
    const { target: lead, scores } = value('news2', [...SET, newer('94-98 %', fields)]);
    assert.deepEqual([lead?.text, lead?.low, lead?.scale], ['94-98 %', 94, null]);
    assert.ok(scores[0]?.score.flags.includes('scale-1-assumed'));
  });
}

test('a firm target ends a doubtful older one', () => {
  const resources = [target({ valueString: '88-92 %', status: 'preliminary' }, 'older'), newer('94-98 %')];
  const lead = found(...resources);
  assert.deepEqual(
    [lead?.text, lead?.scale, lead?.cautions, lead?.isScaleOpen],
    ['94-98 %', 1, [], undefined],
  );
  assert.deepEqual(fate('older', resources), { state: 'set-aside', why: 'newer-shown' });
});

test('a target for a time that has passed ends no target that has no end', () => {
  const effectivePeriod = { start: '2026-11-01', end: '2026-11-08' };
  const past = target({ valueString: '94-98 %', effectiveDateTime: undefined, effectivePeriod }, 'newer');
  const { target: lead, scores } = value('news2', [...SET, older('88-92 %'), past]);
  assert.deepEqual([lead?.text, lead?.scale], ['88-92 %', 2]);
  assert.deepEqual(scores[0]?.onScale, { 1: 8, 2: 5 });
});

test('two targets of the same time with different scales leave the scale to a person', () => {
  assert.equal(
    found(target({ valueString: '94-98 %' }, 'a'), target({ valueString: '88-92 %' }, 'b'))?.isScaleOpen,
    true,
  );
});

test('two ranges in one target give no limits, and leave the scale to a person', () => {
  const both = target({ valueString: '88-92% on oxygen, 94-98% on air' });
  const { target: lead, scores } = value('news2', [...SET, both]);
  assert.deepEqual([lead?.low, lead?.high, lead?.scale, lead?.isScaleOpen], [null, null, 2, true]);
  assert.deepEqual(scores[0]?.onScale, { 1: 8, 2: 5 });
  assert.equal(found(target({ valueString: '94-98% at rest, 95-99% later' }))?.scale, null);
});
