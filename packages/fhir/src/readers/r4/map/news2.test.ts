import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { News2Story } from '@ehch/clinical';
import {
  content,
  fate,
  observation,
  PATIENT,
  section,
  snomed,
  value,
  type Json,
} from '../../../record.fixtures.ts';

const raw = (id: string, code: string, amount: number, unit: string, fields: Json = {}): Json =>
  observation(id, snomed(code), { valueQuantity: { value: amount, unit, code: unit }, ...fields });

/** Scores 5 by RCP 2017: 2 for respiration, 2 for saturation, 1 for pulse. */
const SET: readonly Json[] = [
  raw('rr', '86290005', 21, '/min'),
  raw('spo2', '103228002', 93, '%'),
  raw('pulse', '364075005', 95, '/min'),
  raw('temp', '276885007', 37.5, 'Cel'),
  observation('air', snomed('722742002'), {}),
  observation('bp', snomed('75367002'), {
    component: [
      { code: snomed('72313002'), valueQuantity: { value: 120, unit: 'mmHg', code: 'mm[Hg]' } },
      { code: snomed('1091811000000102'), valueQuantity: { value: 60, unit: 'mmHg', code: 'mm[Hg]' } },
    ],
  }),
  observation('acvpu', snomed('1104441000000107'), { valueCodeableConcept: snomed('248234008') }),
];
const derivedFrom = SET.map(({ id }) => ({ reference: `Observation/${String(id)}` }));
const total = (fields: Json): Json => observation('total', snomed('1104051000000101'), fields);
const first = (story: News2Story) => story.scores[0];

for (const [name, fields] of [
  ['{ScoreOf}', { valueQuantity: { value: 5, code: '{ScoreOf}' } }],
  ['{score}', { valueQuantity: { value: 5, code: '{score}', unit: 'score' } }],
  ['no unit', { valueQuantity: { value: 5 } }],
  ['an integer', { valueInteger: 5 }],
  ['points', { valueQuantity: { value: 5, unit: 'points' } }],
  ['text', { valueString: '5' }],
  ['text out of 20', { valueString: '5 /20' }],
] as const) {
  test(`a total as ${name} is read`, () =>
    assert.equal(first(value('news2', [total(fields)]))?.importedTotal, 5));
}

test('a total in another unit is no total: it is shown as written, and never as "at least 0"', () => {
  const story = value('news2', [total({ valueQuantity: { value: 5, unit: 'mm' } })]);
  assert.deepEqual(
    [story.scores, story.notMeasured?.map(({ name, why }) => [name, why])],
    [[], [['NEWS2', 'cannot be read as a number: 5 mm']]],
  );
  const empty = [total({})];
  assert.equal(section('news2', empty).state, 'failed');
  assert.deepEqual(fate('total', empty), { state: 'unreadable', why: 'missing', path: 'value[x]' });
  const entry = first(
    value('news2', [...SET, total({ valueQuantity: { value: 5, unit: 'mm' }, derivedFrom })]),
  );
  assert.deepEqual(
    [entry?.score.total, entry?.importedTotal, entry?.details?.[0]],
    [5, null, 'recorded: 5 mm'],
  );
});

for (const link of ['derivedFrom', 'hasMember']) {
  test(`the score is computed from the raw parts behind ${link}, and a different total is shown beside it`, () => {
    const entry = first(value('news2', [...SET, total({ valueInteger: 6, [link]: derivedFrom })]));
    assert.deepEqual([entry?.score.total, entry?.importedTotal, entry?.disagrees], [5, 6, true]);
  });
}

test('raw parts within 30 minutes are found although the total names none', () => {
  const entry = first(
    value('news2', [...SET, total({ valueInteger: 5, effectiveDateTime: '2026-11-20T10:20:00Z' })]),
  );
  assert.deepEqual([entry?.score.total, entry?.disagrees], [5, false]);
});

test('of two readings near a total that names none, the nearer one counts, before it or after it', () => {
  const at = (minute: string) => `2026-11-20T10:${minute}:00Z`;
  const sum = total({ valueInteger: 5, effectiveDateTime: at('20') });
  const others = SET.filter(({ id }) => id !== 'pulse');
  for (const [near, far] of [
    ['15', '45'],
    ['25', '00'],
    ['15', '00'],
    ['25', '45'],
  ] as const) {
    const pulses = [
      raw('a', '364075005', 135, '/min', { effectiveDateTime: at(far) }),
      raw('b', '364075005', 95, '/min', { effectiveDateTime: at(near) }),
    ];
    const entry = first(value('news2', [...others, ...pulses, sum]));
    assert.deepEqual([entry?.score.total, entry?.disagrees], [5, false], `${near} and ${far}`);
  }
});

test('a set that nobody added up is scored, and one with a missing part is incomplete, never a lower score', () => {
  assert.equal(first(value('news2', SET))?.score.total, 5);
  const entry = first(value('news2', SET.slice(1)));
  assert.deepEqual(
    [entry?.score.status, entry?.score.total, entry?.score.atLeast, entry?.score.missing],
    ['incomplete', null, 3, ['rr']],
  );
});

const ill = [raw('rr', '86290005', 30, '/min'), raw('spo2', '103228002', 88, '%')];
const illParts = ill.map(({ id }) => ({ reference: `Observation/${String(id)}` }));

for (const sent of [2, 42]) {
  test(`known parts that give 6 points are never dropped for a sender’s total of ${sent}`, () => {
    const entry = first(value('news2', [...ill, total({ valueInteger: sent, derivedFrom: illParts })]));
    assert.deepEqual(
      [entry?.score.status, entry?.score.total, entry?.score.atLeast, entry?.importedTotal, entry?.disagrees],
      ['incomplete', null, 6, sent, true],
    );
  });
}

test('a sender’s total stays if the known parts do not exceed it, although parts are missing', () => {
  const entry = first(value('news2', [...ill, total({ valueInteger: 7, derivedFrom: illParts })]));
  assert.deepEqual([entry?.score.total, entry?.importedTotal, entry?.disagrees], [7, 7, false]);
});

test('a total that names a part which did not arrive says so', () => {
  const named = [...derivedFrom, { reference: 'Observation/gone' }];
  const entry = first(value('news2', [...SET, total({ valueInteger: 5, derivedFrom: named })]));
  assert.deepEqual([entry?.score.total, entry?.cautions], [5, ['reference-missing']]);
  const whole = first(value('news2', [...SET, total({ valueInteger: 5, derivedFrom })]));
  assert.deepEqual(whole?.cautions, []);
});

test('a doubt about a raw part is a doubt about the score that uses it', () => {
  const doubted = SET.map((one) => (one['id'] === 'rr' ? { ...one, status: 'preliminary' } : one));
  assert.deepEqual(first(value('news2', doubted))?.cautions, ['unconfirmed']);
  const named = [...doubted, total({ valueInteger: 5, derivedFrom })];
  assert.deepEqual(first(value('news2', named))?.cautions, ['unconfirmed']);
});

test('the newer of two usual scores counts, and the other one is set aside', () => {
  const local = { coding: [{ system: 'https://ehch-kit.example/CodeSystem/local', code: 'usual-news2' }] };
  const usual = [
    observation('u1', local, { valueInteger: 1, effectiveDateTime: '2026-03-01' }),
    observation('u2', local, { valueInteger: 3, effectiveDateTime: '2026-09-01' }),
  ];
  assert.equal(value('news2', usual).usual?.total, 3);
  assert.deepEqual(fate('u1', usual), { state: 'set-aside', why: 'newer-shown' });
});

test('a usual score that was cancelled since is shown, and two of the same time are shown together', () => {
  const local = { coding: [{ system: 'https://ehch-kit.example/CodeSystem/local', code: 'usual-news2' }] };
  const usual = (id: string, valueInteger: number, fields: Json = {}) =>
    observation(id, local, { valueInteger, ...fields });
  const cancelled = value('news2', [usual('a', 4, { status: 'cancelled' })]);
  assert.deepEqual(
    [cancelled.usual, cancelled.notMeasured?.map(({ name, why }) => `${name}: ${why}`)],
    [null, ['Usual NEWS2: 4: cancelled, not in force today']],
  );
  assert.deepEqual(
    cancelled.notMeasured?.map(({ id, on }) => [id !== null, on?.slice(0, 10)]),
    [[true, '2026-11-20']],
    'it is told with its day, and leads to its record',
  );
  const both = value('news2', [usual('a', 1), usual('b', 4)]).usual;
  assert.deepEqual(
    [both?.total, both?.cautions, both?.details],
    [1, ['contradicted'], ['another record of the same time: usual 4']],
  );
});

test('a doubtful usual score stands beside the firm one that it came after, and alone is compared with nothing', () => {
  const local = { coding: [{ system: 'https://ehch-kit.example/CodeSystem/local', code: 'usual-news2' }] };
  const usual = (id: string, valueInteger: number, fields: Json = {}) =>
    observation(id, local, { valueInteger, ...fields });
  const firm = usual('firm', 1, { effectiveDateTime: '2026-03-01' });
  for (const [fields, words] of [
    [{ note: [{ text: 'Wrong resident' }] }, 'called a mistake'],
    [{ status: 'preliminary' }, 'unconfirmed'],
  ] as const) {
    const doubtful = usual('doubtful', 6, fields);
    const resources = [firm, doubtful];
    const { usual: lead } = value('news2', resources);
    assert.deepEqual(
      [lead?.total, lead?.on, lead?.cautions, lead?.details],
      [1, '2026-03-01', ['contradicted'], [`another record since, of 20-Nov-2026: usual 6 (${words})`]],
    );
    for (const id of ['firm', 'doubtful']) assert.equal(fate(id, resources).state, 'shown');
    const alone = value('news2', [doubtful]);
    assert.deepEqual([alone.usual, alone.usualInWords], [null, [`6 (${words})`]]);
    assert.equal(fate('doubtful', [doubtful]).state, 'shown');
  }
});

test('doubtful words leave a firm usual score in use, and firm words do not', () => {
  const local = { coding: [{ system: 'https://ehch-kit.example/CodeSystem/local', code: 'usual-news2' }] };
  const firm = observation('firm', local, { valueInteger: 1, effectiveDateTime: '2026-03-01' });
  const words = (status: string) => observation('words', local, { valueString: '4-5', status });
  const beside = value('news2', [firm, words('preliminary')]);
  assert.deepEqual(
    [beside.usual?.total, beside.usual?.details],
    [1, ['another record since, of 20-Nov-2026: usual 4-5 (unconfirmed)']],
  );
  assert.deepEqual(beside.notMeasured, []);
  assert.deepEqual(value('news2', [firm, words('final')]).usualInWords, ['4-5']);
});

test('observations of two days are never one set', () => {
  const spread = SET.map((one, day) => ({ ...one, effectiveDateTime: `2026-11-1${day}T10:00:00Z` }));
  assert.deepEqual(value('news2', spread).scores, []);
  const datesOnly = SET.map((one) => ({ ...one, effectiveDateTime: '2026-11-20' }));
  assert.deepEqual(value('news2', datesOnly).scores, []);
});

test('observations exactly 30 minutes after the first still belong to its set, and later ones do not', () => {
  const last = (effectiveDateTime: string) =>
    first(
      value(
        'news2',
        SET.map((one, at) => (at === 2 ? { ...one, effectiveDateTime } : one)),
      ),
    );
  assert.equal(last('2026-11-20T10:30:00Z')?.score.total, 5);
  assert.deepEqual(last('2026-11-20T10:30:01Z')?.score.missing, ['pulse']);
});

test('the children’s score is never read as NEWS2', () => {
  const npews = observation('n', snomed('1363261000000104'), {
    valueQuantity: { value: 3, code: '{ScoreOf}' },
  });
  assert.deepEqual(content('news2', [npews]), { kind: 'not-recorded' });
  assert.deepEqual(fate('n', [npews]), { state: 'set-aside', why: 'no-section' });
});

const SUBSCORES = {
  '1104301000000104': 0,
  '1104331000000105': 0,
  '1104341000000101': 0,
  '1104351000000103': 0,
  '1104361000000100': 0,
  '1104371000000107': 0,
};
const components = (scores: Readonly<Record<string, number>>) =>
  Object.entries(scores).map(([code, score]) => ({ code: snomed(code), valueInteger: score }));

test('a total of 3 has no band without its sub-scores, because a single 3 would raise it', () => {
  assert.equal(first(value('news2', [total({ valueInteger: 3 })]))?.score.band, null);
  const single = total({ valueInteger: 3, component: components({ ...SUBSCORES, '1104311000000102': 3 }) });
  assert.equal(first(value('news2', [single]))?.score.band, 'low-medium');
});

test('a total of 3 or 4 with one sub-score of 3 is low to medium, although other sub-scores are missing', () => {
  for (const valueInteger of [3, 4]) {
    const sent = total({ valueInteger, component: components({ '1104341000000101': 3 }) });
    const score = first(value('news2', [sent]))?.score;
    assert.deepEqual([score?.band, score?.flags.includes('single3')], ['low-medium', true]);
  }
});

test('a total without sub-scores has a band only where a 3 in one part would change nothing', () => {
  const bands = [0, 2, 3, 4, 5, 7].map(
    (valueInteger) => first(value('news2', [total({ valueInteger })]))?.score.band,
  );
  assert.deepEqual(bands, ['low', 'low', null, null, 'medium', 'high']);
});

test('sub-scores above the total that they came with count, and the total is shown beside them', () => {
  const three = { '1104301000000104': 3, '1104341000000101': 3 };
  const some = first(value('news2', [total({ valueInteger: 2, component: components(three) })]));
  assert.deepEqual(
    [some?.score.status, some?.score.total, some?.score.atLeast, some?.importedTotal, some?.disagrees],
    ['incomplete', null, 6, 2, true],
  );
  const full = components({ ...SUBSCORES, '1104311000000102': 0, ...three });
  const all = first(value('news2', [total({ valueInteger: 2, component: full })]));
  assert.deepEqual(
    [all?.score.total, all?.score.atLeast, all?.importedTotal, all?.disagrees],
    [null, 6, 2, true],
  );
});

test('sub-scores of both SpO2 scales are pointed out and never added together', () => {
  const both = components({ ...SUBSCORES, '1104311000000102': 2, '1104321000000108': 0 });
  const entry = first(value('news2', [total({ valueInteger: 2, component: both })]));
  assert.ok(entry?.score.flags.includes('both-spo2-scales'));
  // Nobody knows which of the two counts, so neither makes the sender's total too low.
  const high = components({ ...SUBSCORES, '1104311000000102': 0, '1104321000000108': 3 });
  const sent = first(value('news2', [total({ valueInteger: 1, component: high })]));
  assert.deepEqual([sent?.score.total, sent?.disagrees], [1, false]);
});

test('the scale of the sub-score decides how saturation is read', () => {
  const low = SET.map((one) => (one['id'] === 'spo2' ? raw('spo2', '103228002', 88, '%') : one));
  const scale2 = total({ valueInteger: 3, derivedFrom, component: components({ '1104321000000108': 0 }) });
  assert.equal(first(value('news2', [...low, scale2]))?.score.total, 3);
  assert.equal(first(value('news2', [...low, total({ valueInteger: 3, derivedFrom })]))?.score.total, 6);
});

test('an impossible total is shown as implausible and scores nothing', () => {
  const entry = first(value('news2', [total({ valueInteger: 42 })]));
  assert.deepEqual(
    [entry?.score.status, entry?.score.total, entry?.cautions],
    ['invalid', null, ['implausible']],
  );
});

test('cancelled and mistaken observations are not read; preliminary ones are unconfirmed', () => {
  const cancelled = value('news2', [total({ valueInteger: 5, status: 'cancelled' })]);
  assert.deepEqual([cancelled.scores, cancelled.notMeasured?.length], [[], 1]);
  assert.deepEqual(fate('total', [total({ valueInteger: 5, status: 'entered-in-error' })]), {
    state: 'set-aside',
    why: 'entered-in-error',
  });
  assert.deepEqual(first(value('news2', [total({ valueInteger: 5, status: 'preliminary' })]))?.cautions, [
    'unconfirmed',
  ]);
});

test('the newest observation is the one measured last, not the one sent last', () => {
  const late = total({
    valueInteger: 1,
    effectiveDateTime: '2026-11-01T10:00:00Z',
    issued: '2026-11-21T09:00:00Z',
  });
  const newer = { ...total({ valueInteger: 2, issued: '2026-11-20T10:00:00Z' }), id: 'newer' };
  assert.deepEqual(
    value('news2', [late, newer]).scores.map(({ importedTotal }) => importedTotal),
    [2, 1],
  );
});

test('a value with a comparator is shown as recorded and is no part of a score', () => {
  const under = observation('spo2', snomed('103228002'), {
    valueQuantity: { value: 85, comparator: '<', unit: '%', code: '%' },
  });
  const story = value('news2', [...SET.filter(({ id }) => id !== 'spo2'), under]);
  assert.equal(story.observations.find(({ name }) => name === 'Oxygen saturation')?.text, '< 85 %');
  assert.equal(first(story)?.score.total, null);
});

test('the latest observations are shown in words', () => {
  const texts = value('news2', SET).observations.map(({ name, text }) => `${name}: ${text}`);
  assert.ok(texts.includes('Blood pressure: 120 over 60 mmHg'), texts.join('; '));
  assert.ok(texts.includes('Consciousness: Alert'));
  assert.ok(texts.includes('Air or oxygen: Air'));
});

test('the usual score is set or not set, and never a zero', () => {
  assert.equal(value('news2', SET).usual, null);
  const local = { coding: [{ system: 'https://ehch-kit.example/CodeSystem/local', code: 'usual-news2' }] };
  const usual = (fields: Json) => observation('u', local, fields);
  assert.equal(value('news2', [usual({ valueInteger: 1 })]).usual?.total, 1);
  assert.equal(value('news2', [usual({ valueInteger: 20 })]).usual?.total, 20);
});

for (const [name, fields, words] of [
  ['in words', { valueString: '4-5' }, '4-5'],
  ['a range', { valueRange: { low: { value: 4 }, high: { value: 5 } } }, '4 to 5'],
  ['more than a number', { valueString: '3 (higher in the mornings)' }, '3 (higher in the mornings)'],
  ['a limit', { valueQuantity: { value: 5, comparator: '<' } }, '< 5'],
] as const) {
  test(`a usual score that is ${name} is shown in its words, and leaves no gap`, () => {
    const local = { coding: [{ system: 'https://ehch-kit.example/CodeSystem/local', code: 'usual-news2' }] };
    const found = section('news2', [observation('u', local, fields)]);
    assert.ok(found.state === 'known' && found.content.kind === 'recorded');
    const { usual, usualInWords, notMeasured } = found.content.value;
    assert.deepEqual([usual, usualInWords, found.gaps], [null, [words], []]);
    assert.match(notMeasured?.[0]?.why ?? '', /^cannot be read as a number: /);
  });
}

test('the newer of two usual scores counts even in words, and two of the same time are both shown', () => {
  const local = { coding: [{ system: 'https://ehch-kit.example/CodeSystem/local', code: 'usual-news2' }] };
  const usual = (id: string, fields: Json) => observation(id, local, fields);
  const told = (...some: readonly Json[]) => {
    const { usual: number, usualInWords } = value('news2', some);
    return [number?.total ?? null, usualInWords];
  };
  const two = (effectiveDateTime: string) => usual('a', { valueInteger: 2, effectiveDateTime });
  const words = usual('b', { valueString: '4-5' });
  assert.deepEqual(told(two('2026-01-01'), words), [null, ['4-5']]);
  assert.deepEqual(fate('a', [two('2026-01-01'), words]), { state: 'set-aside', why: 'newer-shown' });
  assert.deepEqual(told(two('2026-11-21'), words), [2, undefined]);
  assert.deepEqual(told(two('2026-11-20T10:00:00Z'), words), [null, ['4-5', '2']]);
});

for (const [name, fields, path] of [
  ['below 0', { valueInteger: -1 }, 'value[x]'],
  ['above 20', { valueInteger: 21 }, 'value[x]'],
  ['no whole number', { valueQuantity: { value: 1.5, unit: 'points' } }, 'value[x]'],
  ['of a day to come', { valueInteger: 1, effectiveDateTime: '2027-01-01' }, 'effective[x]'],
] as const) {
  test(`a usual score that is ${name} does not count, and leaves a gap`, () => {
    const local = { coding: [{ system: 'https://ehch-kit.example/CodeSystem/local', code: 'usual-news2' }] };
    const resources = [...SET, observation('u', local, fields)];
    assert.equal(value('news2', resources).usual, null);
    assert.deepEqual(fate('u', resources), { state: 'unreadable', why: 'malformed', path });
    const found = section('news2', resources);
    assert.deepEqual(found.state === 'known' && found.gaps, [{ why: 'unreadable', what: '1 observation' }]);
  });
}

test('a child has no NEWS2', () => {
  const resources = [{ ...PATIENT, birthDate: '2015-01-01' }, ...SET];
  assert.equal(first(value('news2', [], { resources }))?.score.status, 'not-applicable');
});

const example = new URL(
  '../../../../../../../shared/data/ukcore/UKCore-Bundle-NEWS2Observations-Example.json',
  import.meta.url,
);
test(
  'the NEWS2 example of UK Core gives 5 from its parts beside its total of 6',
  { skip: existsSync(example) ? false : 'the example is not on this machine' },
  () => {
    const bundle: unknown = JSON.parse(readFileSync(example, 'utf8'));
    const story = value('news2', [], {
      resources: [bundle],
      patient: 'ad2c58ab-ffab-4366-9c76-b0322e22e881',
    });
    assert.deepEqual(
      story.scores.map((entry) => [entry.score.total, entry.importedTotal, entry.disagrees]),
      [[5, 6, true]],
    );
  },
);

const sub = (code: string, points: number) => ({ code: snomed(code), valueInteger: points });
const SENT = [
  sub('1104301000000104', 3),
  sub('1104311000000102', 1),
  sub('1104331000000105', 2),
  sub('1104341000000101', 0),
  sub('1104351000000103', 1),
  sub('1104361000000100', 0),
  sub('1104371000000107', 0),
];

test('a part that a place names in words, and that holds points, is no measurement', () => {
  const own = (display: string) => ({
    coding: [{ system: 'http://place.example/codes', code: 'P', display }],
  });
  const read = (code: Json, valueInteger: number) => {
    const entry = first(value('news2', [total({ valueInteger: 0, component: [{ code, valueInteger }] })]));
    return [entry?.score.atLeast, entry?.disagrees, entry?.details];
  };
  for (const code of [own('Respiratory rate'), { text: 'Respiratory rate' }]) {
    assert.deepEqual(read(code, 0), [undefined, false, ['Respiratory rate: 0']]);
    assert.equal(read(code, 26)[0], 3);
  }
});

test('sub-scores without a total are kept, and give a total of at least so much', () => {
  const entry = first(value('news2', [total({ component: SENT.slice(0, 2) })]));
  assert.equal(entry?.importedTotal, null);
  assert.equal(entry.score.status, 'incomplete');
  assert.equal(entry.score.total, null);
  assert.equal(entry.score.atLeast, 4);
  assert.equal(entry.score.items['rr']?.score, 3);
  assert.ok(entry.score.flags.includes('single3'));
  assert.deepEqual(entry.score.missing, ['oxygen', 'sbp', 'pulse', 'acvpu', 'temp']);
});

test('all seven sub-scores without a total make one, because NEWS2 is the sum of its parts', () => {
  const { score, importedTotal } = first(value('news2', [total({ component: SENT })])) ?? {};
  assert.deepEqual([score?.status, score?.total, score?.band, importedTotal], ['complete', 7, 'high', null]);
});

test('sub-scores without a total are used with the raw parts, the higher points for each part', () => {
  const [rr, spo2] = SET;
  const entry = first(
    value('news2', [
      total({
        component: [sub('1104301000000104', 3), sub('1104311000000102', 1)],
        derivedFrom: derivedFrom.slice(0, 2),
      }),
      rr ?? {},
      spo2 ?? {},
    ]),
  );
  assert.deepEqual([entry?.score.items['rr']?.score, entry?.score.items['spo2']?.score], [3, 2]);
  assert.equal(entry?.score.atLeast, 5);
});

test('a sub-score that is no number of points does not count, and gives no "at least 0"', () => {
  const alone = [total({ component: [sub('1104301000000104', 30)] })];
  assert.equal(section('news2', alone).state, 'failed');
  const entry = first(
    value('news2', [total({ component: [sub('1104301000000104', 30), sub('1104341000000101', 2)] })]),
  );
  assert.deepEqual([entry?.score.atLeast, entry?.score.total], [2, null]);
});

for (const [name, code, fields, said] of [
  ['a level in words', '1104441000000107', { valueString: 'Not alert' }, 'Not alert'],
  [
    'a level by its words alone',
    '1104441000000107',
    { valueCodeableConcept: { text: 'Confused' } },
    'Confused',
  ],
  ['another unit', '72313002', { valueQuantity: { value: 16, unit: 'kPa' } }, '16 kPa'],
  ['no unit', '276885007', { valueQuantity: { value: 98.6 } }, '98.6 (no unit)'],
  ['a comparator', '103228002', { valueQuantity: { value: 96, comparator: '<', unit: '%' } }, '96 %'],
] as const) {
  test(`a part with ${name} is not scored, and its words are shown beside the score`, () => {
    const pulse = { code: snomed('364075005'), valueQuantity: { value: 80, unit: '/min' } };
    const component = [{ code: snomed(code), ...fields }, pulse];
    assert.ok(
      first(value('news2', [total({ component })]))?.details?.some((detail) => detail.includes(said)),
    );
  });

  test(`a record of its own with ${name} is shown among the observations, with the name of its part`, () => {
    const others = SET.filter((one) => one['id'] !== 'acvpu');
    const own = observation('own', snomed(code), fields);
    const story = value('news2', [...others.filter((one) => !isOf(one, code)), own]);
    const found = story.observations.find(({ text }) => text.includes(said));
    assert.ok(found?.part !== undefined);
    assert.equal(first(story)?.score.items[found.part]?.value ?? null, null);
  });
}

const isOf = (one: Json, code: string): boolean => JSON.stringify(one).includes(`"${code}"`);

test('a part of a total that was not measured shows the reason', () => {
  const declined = {
    code: { coding: [{ system: 'http://loinc.org', code: '8867-4', display: 'Heart rate' }] },
    dataAbsentReason: { text: 'declined' },
  };
  const entry = first(value('news2', [total({ valueInteger: 5, component: [declined] })]));
  assert.deepEqual(entry?.details, ['Heart rate: declined']);
});

test('a usual score is known by its title too', () => {
  const usual = observation('u', { text: 'Usual NEWS2' }, { valueInteger: 3 });
  assert.deepEqual([value('news2', [usual]).usual?.total, value('news2', [usual]).scores], [3, []]);
});

for (const text of ['NEWS2: 7', 'NEWS2 score 7 (high)']) {
  test(`"${text}" as a title without a value is shown, and is no total`, () => {
    const { scores, notMeasured } = value('news2', [observation('n', { text }, {})]);
    assert.deepEqual([scores, notMeasured?.[0]?.why], [[], `cannot be read as a number: ${text}`]);
  });
}

test('a note that the score is somebody else’s puts it in doubt', () => {
  const total = (text: string) =>
    observation('n', snomed('1104051000000101'), { valueInteger: 7, note: [{ text }] });
  const cautions = (text: string) => value('news2', [total(text)]).scores[0]?.cautions;
  assert.deepEqual(cautions('Entered in error, wrong patient'), ['mistaken-in-words']);
  assert.deepEqual(cautions('GP told at once'), []);
});

test('the parts within a sender’s total are shown beside it, once', () => {
  const loincOf = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }] });
  const parts = [
    { code: loincOf('8867-4'), valueQuantity: { value: 104, unit: '/min' } },
    { code: loincOf('59408-5'), valueQuantity: { value: 85, unit: '%' } },
  ];
  const total = snomed('1104051000000101');
  const within = value('news2', [observation('n', total, { valueInteger: 12, component: parts })]);
  assert.deepEqual(within.scores[0]?.details, ['Oxygen saturation: 85 %', 'Pulse: 104 beats per minute']);
  const beside = value('news2', [
    observation('n', total, { valueInteger: 12 }),
    ...parts.map(({ code, ...valued }, place) => observation(`o${place}`, code, valued)),
  ]);
  assert.equal(beside.scores[0]?.details, undefined);
  assert.deepEqual(
    beside.observations.map(({ text }) => text),
    ['85 %', '104 beats per minute'],
  );
});
