import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, content, fate, hl7, observation, value, type Json } from '../../../record.fixtures.ts';

const limits = (...resources: readonly Json[]) => {
  const { lastDays, decisions } = value('limits', resources);
  return [lastDays?.text ?? null, decisions.map(({ text }) => text)];
};
const said = (fields: Json, text = 'Last days of life') => observation('o', { text }, fields);
const yes = (on: string) => said({ valueBoolean: true, effectiveDateTime: on });
const plan = (fields: Json = {}): Json =>
  about('CarePlan', 'l', {
    status: 'active',
    category: [{ text: 'Last days of life care plan' }],
    created: '2026-11-18',
    ...fields,
  });

test('last days of life in an observation are recognised, by a yes or by the finding itself', () => {
  assert.deepEqual(limits(said({ valueBoolean: true })), ['Last days of life: Yes', []]);
  assert.deepEqual(limits(said({ valueString: 'Yes' })), ['Last days of life: Yes', []]);
  assert.deepEqual(limits(said({}, 'In the last days and hours of life')), [
    'In the last days and hours of life',
    [],
  ]);
  assert.deepEqual(limits(said({ valueCodeableConcept: { text: 'Dying phase' } }, 'Phase of illness')), [
    'Phase of illness: Dying phase',
    [],
  ]);
  assert.deepEqual(limits(said({ valueBoolean: true }, 'Is the resident in the last days of life?')), [
    'Is the resident in the last days of life: Yes',
    [],
  ]);
});

const SHOWN = 'so scores are still shown';

test('a death that is recorded as expected counts as the last days: said as that and nothing else, and within a fortnight', () => {
  const problem = (text: string, fields: Json = {}) =>
    about('Condition', 'c', { code: { text }, recordedDate: '2026-11-18', ...fields });
  for (const title of ['Expected death', 'Death is expected', 'Death expected (finding)'])
    assert.deepEqual(limits(said({}, title)), [title, []]);
  assert.deepEqual(limits(said({ valueBoolean: true }, 'Is death expected?')), [
    'Is death expected: Yes',
    [],
  ]);
  assert.deepEqual(limits(problem('Expected death')), ['Expected death', []]);
  const lastDays = (one: Json) => {
    const found = content('limits', [one]);
    return found.kind === 'recorded' ? (found.value.lastDays?.text ?? null) : null;
  };
  assert.equal(lastDays(problem('Expected death', { recordedDate: '2026-11-06' })), null);
  for (const asked of ['Expected death?', 'Last days of life?', 'Expected death plan'])
    assert.equal(lastDays(problem(asked)), null, asked);
  for (const [title, fields] of [
    ['Unexpected death', {}],
    ['Expected death of husband', {}],
    ['Expected death plan', {}],
    ['Expected death', { valueBoolean: false }],
    ['Death expected', { valueString: 'not yet' }],
    ['Nurse may verify expected death', { valueBoolean: true }],
    ['Expected death', { effectiveDateTime: '2026-11-06' }],
    ['Expected death', { effectiveDateTime: undefined }],
    ['Expected death?', {}],
  ] as const)
    assert.equal(lastDays(said(fields, title)), null, title);
  assert.equal(
    lastDays(about('Flag', 'f', { status: 'active', code: { text: 'Expected death of husband' } })),
    null,
  );
});

for (const [title, fields, text] of [
  ['Last days of life', { valueBoolean: false }, 'Last days of life: No'],
  ['Not in the last days of life', {}, 'Not in the last days of life'],
  [
    'Last days of life',
    { valueString: 'possibly, review Monday' },
    'Last days of life: possibly, review Monday',
  ],
  ['Last days of life', { dataAbsentReason: { text: 'not asked' } }, 'Last days of life: not asked'],
  ['Last days of life?', {}, 'Last days of life?'],
  [
    'Last days of life care plan',
    { valueString: 'in the office' },
    'Last days of life care plan: in the office',
  ],
  [
    'Anticipatory medicines for the last days of life',
    { valueBoolean: true },
    'Anticipatory medicines for the last days of life: Yes',
  ],
  ['Relative', { valueString: 'In the last days of life' }, 'Relative: In the last days of life'],
] as const) {
  test(`"${text}" is shown, and hides no score`, () =>
    assert.deepEqual(limits(said(fields, title)), [null, [text]]));
}

for (const [name, fields, why] of [
  ['is preliminary', { status: 'preliminary' }, 'not confirmed'],
  ['was cancelled', { status: 'cancelled' }, 'cancelled, not in force today'],
  ['is older than a fortnight', { effectiveDateTime: '2026-11-06' }, `more than 14 days old, ${SHOWN}`],
  ['has no day', { effectiveDateTime: undefined }, `without a date, ${SHOWN}`],
  ['is dated in the future', { effectiveDateTime: '2026-11-23' }, `dated in the future, ${SHOWN}`],
] as const) {
  test(`an observation of the last days that ${name} says so, and hides no score`, () => {
    const [lastDays, [text]] = limits(said({ valueBoolean: true, ...fields })) as [null, string[]];
    assert.equal(lastDays, null);
    assert.ok(text?.startsWith('Last days of life: Yes: ') && text.includes(why), text);
  });
}

test('the newest observation of the last days counts, and of two of the same time neither does', () => {
  const no = { ...said({ valueBoolean: false, effectiveDateTime: '2026-11-20' }), id: 'n' };
  assert.deepEqual(limits(yes('2026-11-18'), no), [null, ['Last days of life: No']]);
  assert.equal(limits(yes('2026-11-21'), no)[0], 'Last days of life: Yes');
  assert.deepEqual(limits(yes('2026-11-20'), no), [
    null,
    ['Last days of life: No', `Last days of life: Yes: another record says no, ${SHOWN}`],
  ]);
});

test('a later no beside a plan for the last days hides no score, and an earlier one changes nothing', () => {
  const no = (on: string) => said({ valueBoolean: false, effectiveDateTime: on });
  assert.deepEqual(limits(plan(), no('2026-11-20')), [
    null,
    ['Last days of life: No', `Last days of life care plan: another record says no, ${SHOWN}`],
  ]);
  assert.deepEqual(limits(plan(), no('2026-11-10')), ['Last days of life care plan', []]);
});

test('an observation from before the end of a plan for the last days hides no score', () => {
  const ended = plan({ status: 'completed', period: { start: '2026-11-15', end: '2026-11-19' } });
  assert.equal(limits(ended, yes('2026-11-17'))[0], null);
  assert.equal(limits(ended, yes('2026-11-20'))[0], 'Last days of life: Yes');
});

const problem = (fields: Json = {}): Json =>
  about('Condition', 'c', {
    clinicalStatus: hl7('condition-clinical', 'active'),
    code: { text: 'Last days of life' },
    recordedDate: '2026-11-18',
    ...fields,
  });

test('last days of life on the problem list are recognised, and stay on it', () => {
  assert.deepEqual(limits(problem()), ['Last days of life', []]);
  assert.deepEqual(fate('c', [problem()]), { state: 'shown', sections: ['limits', 'problems'] });
});

test('a problem of the last days that is old, doubtful or over stays on its list, and hides no score', () => {
  for (const fields of [
    { recordedDate: '2026-10-18' },
    { verificationStatus: hl7('condition-ver-status', 'provisional') },
    { clinicalStatus: hl7('condition-clinical', 'resolved') },
    { abatementString: 'she recovered' },
    { code: { text: 'Last days of life care discussed' } },
  ])
    assert.deepEqual(fate('c', [problem(fields)]), { state: 'shown', sections: ['problems'] });
});

test('whatever is kept or wished for the last days is no plan for them', () => {
  for (const title of ['Wishes for the last days of life', 'Anticipatory medicines, last days of life']) {
    const found = content('limits', [
      about('CarePlan', 'l', { status: 'active', title, description: 'Stay here' }),
      about('Flag', 'f', { status: 'active', code: { text: title } }),
    ]);
    assert.ok(found.kind === 'not-recorded' || (found.kind === 'recorded' && found.value.lastDays === null));
  }
});

test('a flag or a plan that began long ago and that nobody ended hides no score', () => {
  const old = plan({ created: '2025-01-01', period: { start: '2025-01-01' } });
  assert.deepEqual(limits(old), [
    null,
    [`Last days of life care plan: began more than 90 days ago, ${SHOWN}`],
  ]);
});

for (const intent of ['proposal', 'option']) {
  test(`a plan for the last days that is only a ${intent} hides no score`, () =>
    assert.deepEqual(limits(plan({ intent })), [
      null,
      [`Last days of life care plan: only proposed, ${SHOWN}`],
    ]));
}

for (const text of [
  'She has rallied, eating again',
  'Plan stopped 25 Nov',
  'Reviewed on the 20th: not dying',
  'No longer in the last days of life',
]) {
  test(`the last days beside the note "${text}" hide no score`, () => {
    const note = [{ text }];
    const why = `a note says that they may be over, ${SHOWN}`;
    assert.deepEqual(limits(plan({ note })), [null, [`Last days of life care plan: ${why}`]]);
    assert.deepEqual(limits(said({ valueBoolean: true, note })), [null, [`Last days of life: Yes: ${why}`]]);
    assert.deepEqual(fate('c', [problem({ note })]), { state: 'shown', sections: ['problems'] });
  });
}

for (const text of [
  'Medicines by mouth stopped',
  'If she has rallied by Monday, review',
  'Has not recovered',
]) {
  test(`the last days beside the note "${text}" are still those`, () =>
    assert.deepEqual(limits(plan({ note: [{ text }] })), ['Last days of life care plan', []]));
}
