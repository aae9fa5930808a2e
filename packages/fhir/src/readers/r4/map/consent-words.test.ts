import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, hl7, section, value, type Json } from '../../../record.fixtures.ts';

const consent = (fields: Json): Json =>
  about('Consent', 'k', {
    status: 'active',
    scope: hl7('consentscope', 'adr'),
    category: [{ text: 'Advance decision' }],
    dateTime: '2026-01-05',
    ...fields,
  });

const rule = (type: string | undefined, what: string | undefined, fields: Json = {}): Json => ({
  ...(type !== undefined && { type }),
  ...(what !== undefined && { code: [{ text: what }] }),
  ...fields,
});

const one = (fields: Json) => {
  const [decision] = value('limits', [consent(fields)]).decisions;
  assert.ok(decision);
  return decision;
};
const told = (provision: Json) => {
  const { kind, text } = one({ provision });
  return [kind, text];
};

for (const [name, provision, text, kind = 'refusal-of-treatment'] of [
  ['a refusal', rule('deny', 'Ventilation'), 'Ventilation refused'],
  ['an agreement', rule('permit', 'Blood tests'), 'Blood tests agreed', 'other'],
  [
    'a refusal with an exception',
    rule('deny', 'Life-prolonging treatment', {
      provision: [rule('permit', 'Antibiotics by mouth for comfort')],
    }),
    'Life-prolonging treatment refused, except Antibiotics by mouth for comfort (agreed)',
  ],
  [
    'a refusal of everything with an exception',
    rule('deny', undefined, { provision: [rule('permit', 'Antibiotics by mouth')] }),
    'refused, except Antibiotics by mouth (agreed)',
  ],
  [
    'an agreement with an exception, which is a refusal',
    rule('permit', 'All treatment', { provision: [rule('deny', 'Ventilation')] }),
    'All treatment agreed, except Ventilation (refused)',
  ],
  [
    'a refusal that stands alone inside',
    rule(undefined, undefined, { provision: [rule('deny', 'Dialysis'), rule('permit', 'Fluids')] }),
    'Dialysis refused; Fluids agreed',
  ],
  [
    'two exceptions',
    rule('permit', 'All treatment', { provision: [rule('deny', 'Ventilation'), rule('deny', 'Dialysis')] }),
    'All treatment agreed, except Ventilation (refused), except Dialysis (refused)',
  ],
  [
    'an exception to an exception',
    rule('permit', 'All treatment', {
      provision: [rule('deny', 'Hospital', { provision: [rule('permit', 'A broken bone')] })],
    }),
    'All treatment agreed, except Hospital (refused, except A broken bone (agreed))',
  ],
  [
    'a rule of the same kind inside a rule',
    rule('deny', 'Hospital', { provision: [rule('deny', 'Ventilation')] }),
    'Hospital refused, and Ventilation (refused)',
  ],
  [
    'a refusal for one purpose',
    rule('deny', 'Ventilation', { purpose: [{ code: 'ETREAT', display: 'Emergency treatment only' }] }),
    'Ventilation refused (purpose: Emergency treatment only)',
  ],
  [
    'a purpose that comes as its code',
    rule('deny', 'Ventilation', { purpose: [{ code: 'ETREAT' }] }),
    'Ventilation refused (purpose: emergency treatment)',
  ],
  [
    'an exception that is narrowed',
    rule('deny', 'Hospital', {
      provision: [
        rule('permit', 'Surgery', { purpose: [{ display: 'pain' }], period: { end: '2027-01-01' } }),
      ],
    }),
    'Hospital refused, except Surgery (agreed, purpose: pain, until 01-Jan-2027)',
  ],
  [
    'actions, a class and a record',
    {
      type: 'deny',
      action: [{ text: 'Tube feeding' }],
      class: [{ display: 'Care plan' }],
      data: [{ meaning: 'related', reference: { display: 'The plan of May' } }],
    },
    'Tube feeding, Care plan, The plan of May, related refused',
  ],
  [
    'records of a time, and with a mark',
    rule('deny', 'Ventilation', {
      securityLabel: [{ display: 'Very restricted' }],
      dataPeriod: { start: '2026-01-01', end: '2026-02-01' },
    }),
    'Ventilation refused (records marked Very restricted; records from 01-Jan-2026 until 01-Feb-2026)',
  ],
  [
    'an exception without any words',
    rule('deny', 'Ventilation', { provision: [rule('permit', undefined)] }),
    'Ventilation refused; it has exceptions that are not shown',
  ],
] as const satisfies readonly (readonly [string, Json, string, string?])[]) {
  test(`a consent with ${name} is shown whole`, () =>
    assert.deepEqual(told(provision), [kind, `Advance decision: ${text}`]));
}

test('purposes and kinds of consent that come as codes alone are said in words', () => {
  const purposes = ['TREAT', 'ETREAT', 'HRESCH', 'HPAYMT', 'HOPERAT', 'PWATRNY'].map((code) => ({ code }));
  assert.deepEqual(
    told(rule('deny', 'Ventilation', { purpose: purposes }))[1],
    [
      'Advance decision: Ventilation refused (purpose: treatment, emergency treatment, research, payment,',
      'running the service, power of attorney)',
    ].join(' '),
  );
  for (const [code, words] of [
    ['acd', 'Advance directive'],
    ['hcd', 'Health care directive'],
    ['polst', 'Portable medical order'],
  ] as const) {
    const category = [{ coding: [{ code }] }];
    assert.equal(
      one({ category, provision: rule('deny', 'Ventilation') }).text,
      `${words}: Ventilation refused`,
    );
  }
});

test('an exception that cannot be put into words counts as an unreadable part', () => {
  const provision = rule('deny', 'Ventilation', { provision: [rule('permit', undefined)] });
  assert.deepEqual(one({ provision }).cautions, ['partly-unreadable']);
});

test('the person that a rule is for is shown with role and name, and a missing name is shown as missing', () => {
  const actor = (reference: Json) => ({
    provision: { type: 'permit', actor: [{ role: { text: 'Healthcare agent' }, reference }] },
  });
  const scope = { text: 'Appointment of an agent' };
  assert.equal(
    one({ scope, ...actor({ display: 'Jo Reed' }) }).text,
    'Advance decision, Appointment of an agent: agreed (for Healthcare agent: Jo Reed)',
  );
  assert.deepEqual(one({ scope, ...actor({ reference: 'RelatedPerson/9' }) }).cautions, [
    'reference-missing',
  ]);
});

test('an agent who may not decide is no refusal of treatment', () => {
  const provision = { type: 'deny', actor: [{ role: { text: 'Agent' }, reference: { display: 'Jo Reed' } }] };
  assert.deepEqual(
    [one({ scope: { text: 'Agents' }, provision })].map(({ kind, text }) => [kind, text]),
    [['other', 'Advance decision, Agents: refused (for Agent: Jo Reed)']],
  );
});

test('the rule, who confirmed it, and its document are shown, and a rule without confirmation is unconfirmed', () => {
  const found = one({
    provision: rule('deny', 'Ventilation'),
    policyRule: { text: 'Mental Capacity Act' },
    verification: [{ verified: true, verifiedWith: { display: 'Ann Reed' }, verificationDate: '2026-02-03' }],
    sourceAttachment: { title: 'ADRT form', creation: '2026-02-01' },
  });
  assert.equal(
    found.text,
    'Advance decision: Ventilation refused; rule: Mental Capacity Act; confirmed with Ann Reed, 03-Feb-2026; document: ADRT form; document of 01-Feb-2026',
  );
  const doubtful = one({ provision: rule('deny', 'Ventilation'), verification: [{ verified: false }] });
  assert.deepEqual(doubtful.cautions, ['unconfirmed']);
  assert.match(doubtful.text, /NOT confirmed/);
});

test('a consent whose period has ended is past, and one that has not begun is not in force: both say so', () => {
  const ended = one({ provision: rule('deny', 'Ventilation', { period: { end: '2026-03-01' } }) });
  assert.equal(
    ended.text,
    'Advance decision: Ventilation refused (until 01-Mar-2026): past, not in force today',
  );
  assert.deepEqual(ended.cautions, ['past-its-date']);
  const ahead = one({ provision: rule('deny', 'Ventilation', { period: { start: '2027-03-01' } }) });
  assert.equal(ahead.text, 'Advance decision: Ventilation refused (from 01-Mar-2027): not in force today');
  assert.deepEqual(ahead.cautions, ['future-dated']);
});

test('codes of consents that come without words are put into words', () => {
  const coded = one({
    category: [hl7('consentcategorycodes', 'acd')],
    provision: rule('deny', 'Ventilation'),
  });
  assert.equal(coded.text, 'Advance directive: Ventilation refused');
  assert.deepEqual(coded.cautions, []);
  assert.equal(
    one({ category: undefined, provision: rule('deny', 'X') }).text,
    'Advance care directive: X refused',
  );
});

for (const [status, why] of [
  ['draft', 'a draft'],
  ['proposed', 'only proposed'],
  ['rejected', 'rejected'],
  ['inactive', 'no longer active'],
] as const) {
  test(`a consent that is ${status} is no decision in force, and says so`, () => {
    const found = one({ status, provision: rule('deny', 'Ventilation') });
    assert.match(found.text, new RegExp(`Ventilation refused: ${why}, not in force today$`));
  });
}

test('a malformed rule makes the consent unreadable', () => {
  assert.equal(section('limits', [consent({ provision: { type: 'maybe' } })]).state, 'failed');
  assert.equal(
    section('limits', [consent({ provision: rule('deny', 'X', { provision: [{ type: 'maybe' }] }) })]).state,
    'failed',
  );
});

for (const [name, fields, expected] of [
  [
    'a title that refuses what the rule permits',
    { category: [{ text: 'Refuses blood products' }], provision: { type: 'permit' } },
    ['other', 'Refuses blood products: the rule says “agreed”', ['contradicts-itself']],
  ],
  [
    'a rule that permits a refusal',
    { category: [{ text: 'Wishes' }], provision: rule('permit', 'Does not consent to dialysis') },
    ['other', 'Wishes: Does not consent to dialysis: the rule says “agreed”', ['contradicts-itself']],
  ],
  [
    'a rule that denies a denial',
    { category: [{ text: 'Wishes' }], provision: rule('deny', 'No ventilation') },
    ['refusal-of-treatment', 'Wishes: No ventilation: the rule says “refused”', []],
  ],
  [
    'a refusal in its title alone',
    { category: [{ text: 'Declines hospital admission' }] },
    ['refusal-of-treatment', 'Declines hospital admission', []],
  ],
  [
    'a refusal in the words of its policy',
    { category: [{ text: 'Wishes' }], policyRule: { text: 'Refuses all blood' } },
    ['refusal-of-treatment', 'Wishes; rule: Refuses all blood', []],
  ],
  [
    'a document that refuses what the rule permits',
    {
      category: [{ text: 'Wishes' }],
      provision: { type: 'permit' },
      sourceAttachment: { title: 'Refusal of transfusion' },
    },
    ['other', 'Wishes: agreed; document: Refusal of transfusion', ['contradicts-itself']],
  ],
  [
    'words that refuse nothing',
    { category: [{ text: 'Did not refuse hospital admission' }], provision: { type: 'permit' } },
    ['other', 'Did not refuse hospital admission: agreed', []],
  ],
] as const) {
  test(`a consent with ${name} is shown without reversing its meaning`, () => {
    const { kind, text, cautions } = one(fields);
    assert.deepEqual([kind, text, cautions], expected);
  });
}
