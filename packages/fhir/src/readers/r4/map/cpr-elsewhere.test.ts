import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, fate, hl7, section, snomed, value, type Json } from '../../../record.fixtures.ts';

const forCpr = snomed('450475007');
const notForCpr = snomed('450476008');
const cpr = snomed('89666000', 'Cardiopulmonary resuscitation (procedure)');

function told(...resources: readonly Json[]) {
  const found = section('limits', resources);
  assert.ok(found.state === 'known' && found.content.kind === 'recorded');
  const { decisions } = found.content.value;
  return {
    cpr: found.content.value.cpr.map(({ decision, cautions }) => [decision, ...cautions].join(' ')),
    about: decisions.filter(({ kind }) => kind === 'about-cpr').map(({ text }) => text),
    gaps: found.gaps.length,
  };
}

const order = (fields: Json): Json =>
  about('ServiceRequest', 'sr', { status: 'active', intent: 'directive', ...fields });

for (const [name, fields, decision] of [
  ['its code', { code: notForCpr }, 'do-not-attempt'],
  ['its words', { code: { text: 'DNACPR' } }, 'do-not-attempt'],
  ['its opposite: do not perform CPR', { code: cpr, doNotPerform: true }, 'do-not-attempt'],
  [
    'its details',
    { category: [{ coding: [{ system: 'http://loinc.org', code: '100822-6' }] }], orderDetail: [forCpr] },
    'attempt',
  ],
] as const) {
  test(`an order about CPR is read by ${name}`, () => assert.deepEqual(told(order(fields)).cpr, [decision]));
}

for (const [name, fields] of [
  ['says twice that it is not to be done', { code: notForCpr, doNotPerform: true }],
  [
    'says "do not" of a decision for CPR',
    { code: { coding: [{ system: 'http://loinc.org', code: 'LA33470-8' }] }, doNotPerform: true },
  ],
  ['orders CPR as a procedure', { code: cpr }],
  ['only names CPR in its category', { category: [{ text: 'CPR orders' }] }],
  ['says one thing in its code and another in its details', { code: notForCpr, orderDetail: [forCpr] }],
] as const) {
  test(`an order that ${name} is not understood, and leaves a gap`, () => {
    const found = told(order(fields));
    assert.deepEqual([found.cpr, found.gaps], [[], 1]);
  });
}

test('an order that is not understood is told with its "do not", and one without, without', () => {
  assert.deepEqual(told(order({ code: notForCpr, doNotPerform: true })).about, [
    'could not be understood, see the record: do not perform: Not for attempted cardiopulmonary resuscitation',
  ]);
  assert.deepEqual(told(order({ code: cpr, doNotPerform: false })).about, [
    'could not be understood, see the record: Cardiopulmonary resuscitation (procedure)',
  ]);
});

/** What a care plan says of CPR in an activity of its own. */
const planned = (detail: Json) => {
  const { cpr, decisions } = value('limits', [
    about('CarePlan', 'p', { status: 'active', intent: 'plan', activity: [{ detail }] }),
  ]);
  return [...cpr.map(({ decision }) => decision), ...decisions.map(({ text }) => text)];
};

test('an activity that is not to be performed is told with its "do not", and one that is, without', () => {
  const status = 'in-progress';
  assert.deepEqual(planned({ status, code: cpr, doNotPerform: true }), ['do-not-attempt']);
  assert.deepEqual(planned({ status, code: cpr, doNotPerform: false }), [
    'could not be understood, see the record: Cardiopulmonary resuscitation (procedure)',
  ]);
  assert.deepEqual(planned({ status, code: notForCpr, doNotPerform: true }), [
    'could not be understood, see the record: do not: Not for attempted cardiopulmonary resuscitation',
  ]);
});

test('what an order says beside its decision is shown beside it', () => {
  const fields = {
    code: notForCpr,
    category: [{ text: 'ReSPECT' }],
    orderDetail: [{ text: 'Except for choking' }],
  };
  const [found] = value('limits', [order(fields)]).cpr;
  assert.deepEqual([found?.decision, found?.details], ['do-not-attempt', ['Except for choking', 'ReSPECT']]);
});

for (const [fields, why] of [
  [{ intent: 'proposal' }, 'proposed, not decided'],
  [{ intent: 'option' }, 'one of several options, not decided'],
  [{ intent: 'plan' }, 'planned, not decided'],
  [{ status: 'on-hold' }, 'on hold'],
  [{ status: 'revoked' }, 'revoked'],
  [{ status: 'draft' }, 'a draft'],
] as const) {
  test(`an order about CPR that is ${why} is no decision, and says so`, () => {
    const found = told(order({ code: notForCpr, ...fields }));
    assert.deepEqual([found.cpr, found.about], [[], [`Not for CPR: ${why}, not in force today`]]);
  });
}

test('a proposal is no side of a disagreement, and stays beside a decision until a surely newer one', () => {
  const proposed = (authoredOn: string) => ({
    ...order({ code: forCpr, intent: 'proposal', authoredOn }),
    id: 'proposed',
  });
  const decided = order({ code: notForCpr, authoredOn: '2026-05-01' });
  for (const [day, about] of [
    ['2026-04-30', []],
    ['2026-05-01', ['For CPR: proposed, not decided, not in force today']],
    ['2026-06-01', ['For CPR: proposed, not decided, not in force today']],
  ] as const)
    assert.deepEqual(told(decided, proposed(day)), { cpr: ['do-not-attempt'], about, gaps: 0 });
});

test('a completed order is an unconfirmed decision that says so, because it may be the writing of a form', () => {
  const [found] = value('limits', [order({ code: notForCpr, status: 'completed' })]).cpr;
  assert.deepEqual(
    [found?.decision, found?.cautions, found?.details],
    ['do-not-attempt', ['unconfirmed'], ['order recorded as completed']],
  );
});

test('a procedure, a plan or an activity that is on hold is no decision, and says so', () => {
  const onHold = 'Not for CPR: on hold, not in force today';
  for (const resource of [
    about('Procedure', 'p', { status: 'on-hold', code: notForCpr }),
    plan({ title: 'DNACPR', status: 'on-hold' }),
    plan({ title: 'Plan', activity: [{ detail: { status: 'on-hold', code: notForCpr } }] }),
  ]) {
    const found = told(resource);
    assert.deepEqual([found.cpr, found.about], [[], [onHold]]);
  }
});

test('a plan that only proposes, and a draft, are no decision', () => {
  for (const [fields, why] of [
    [{ intent: 'proposal' }, 'proposed, not decided'],
    [{ status: 'draft' }, 'a draft'],
  ] as const) {
    const found = told(plan({ title: 'DNACPR', ...fields }));
    assert.deepEqual([found.cpr, found.about], [[], [`Not for CPR: ${why}, not in force today`]]);
  }
});

test('a decision recorded as a procedure is read, and CPR that was given is no decision', () => {
  const procedure = (fields: Json) => about('Procedure', 'p', { status: 'completed', ...fields });
  assert.deepEqual(told(procedure({ code: notForCpr, performedDateTime: '2026-05-01' })).cpr, [
    'do-not-attempt',
  ]);
  assert.equal(told(procedure({ code: notForCpr, status: 'not-done' })).gaps, 1);
  assert.deepEqual(fate('p', [procedure({ code: cpr })]), { state: 'set-aside', why: 'no-section' });
});

const plan = (fields: Json): Json =>
  about('CarePlan', 'cp', { status: 'active', intent: 'plan', title: 'ReSPECT', ...fields });

test('a decision as an activity of a care plan is read, by its code or its words', () => {
  for (const detail of [{ code: notForCpr }, { description: 'Not for resuscitation' }])
    assert.deepEqual(told(plan({ activity: [{ detail: { status: 'in-progress', ...detail } }] })).cpr, [
      'do-not-attempt',
    ]);
});

test('an activity that was cancelled is no decision, and a completed one is unconfirmed', () => {
  const activity = (status: string) => plan({ activity: [{ detail: { status, code: notForCpr } }] });
  assert.deepEqual(told(activity('completed')).cpr, ['do-not-attempt unconfirmed']);
  assert.deepEqual(told({ ...activity('cancelled'), title: 'Plan' }).about, [
    'Not for CPR: cancelled, not in force today',
  ]);
});

test('a request within the plan is read with the plan, and one of its own is shown once', () => {
  const request = order({ code: notForCpr });
  const inside = plan({
    contained: [{ ...request, id: 'in' }],
    activity: [{ reference: { reference: '#in' } }],
  });
  assert.deepEqual(told(inside).cpr, ['do-not-attempt']);
  const outside = plan({ activity: [{ reference: { reference: 'ServiceRequest/sr' } }] });
  assert.deepEqual(told(outside, request).cpr, ['do-not-attempt']);
});

test('the title of a plan that is a decision is read, and a plan that is over is not in force', () => {
  assert.deepEqual(told(plan({ title: 'DNACPR' })).cpr, ['do-not-attempt']);
  const revoked = told(plan({ title: 'DNACPR', status: 'revoked' }));
  assert.deepEqual([revoked.cpr, revoked.about], [[], ['Not for CPR: revoked, not in force today']]);
});

const consent = (fields: Json): Json =>
  about('Consent', 'k', {
    status: 'active',
    scope: hl7('consentscope', 'adr'),
    dateTime: '2026-01-05',
    ...fields,
  });
const dnr = [hl7('consentcategorycodes', 'dnr')];

for (const [name, fields, decision] of [
  ['the category "do not resuscitate"', { category: dnr }, 'do-not-attempt'],
  ['that category denied', { category: dnr, provision: { type: 'deny' } }, 'do-not-attempt'],
  [
    'the code of the decision',
    { category: dnr, provision: { code: [snomed('304253006')] } },
    'do-not-attempt',
  ],
  [
    'the opposite code under that category',
    { category: dnr, provision: { code: [snomed('304252001')] } },
    'attempt',
  ],
  ['CPR refused', { provision: { type: 'deny', code: [{ text: 'CPR' }] } }, 'do-not-attempt'],
  ['CPR agreed', { provision: { type: 'permit', code: [cpr] } }, 'attempt'],
  ['the words of its category', { category: [{ text: 'DNACPR' }] }, 'do-not-attempt'],
  ['those words, denied', { category: [{ text: 'DNACPR' }], provision: { type: 'deny' } }, 'do-not-attempt'],
  ['words for CPR', { category: [{ text: 'For CPR' }] }, 'attempt'],
] as const) {
  test(`a consent with ${name} is a decision (${decision})`, () =>
    assert.deepEqual(told(consent(fields)).cpr, [decision]));
}

for (const [name, category, provision] of [
  [
    'with words beside the code "dnr" that say otherwise',
    { ...hl7('consentcategorycodes', 'dnr'), text: 'Not applicable' },
    {},
  ],
  ['whose words are permitted', { text: 'DNACPR' }, { type: 'permit' }],
  ['whose words are denied', { text: 'For CPR' }, { type: 'deny' }],
  ['whose words contradict its rule', { text: 'For CPR' }, { type: 'deny', code: [cpr] }],
] as const) {
  test(`a consent by its category ${name} is not understood, and leaves a gap`, () => {
    const found = told(consent({ category: [category], provision }));
    assert.deepEqual([found.cpr, found.gaps], [[], 1]);
  });
}

for (const [name, provision] of [
  ['an unknown decision', { code: [snomed('261665006', 'Unknown')] }],
  ['a denial of "not for resuscitation"', { type: 'deny', code: [snomed('304253006')] }],
  [
    'an exception',
    { type: 'deny', code: [{ text: 'CPR' }], provision: [{ type: 'permit', code: [{ text: 'Choking' }] }] },
  ],
  ['a purpose', { type: 'deny', code: [{ text: 'CPR' }], purpose: [{ code: 'ETREAT' }] }],
  [
    'an exception about CPR',
    {
      type: 'permit',
      code: [{ text: 'All treatment' }],
      provision: [{ type: 'deny', code: [{ text: 'CPR' }] }],
    },
  ],
  ['permission under the category', { type: 'permit' }],
] as const) {
  test(`a consent about CPR with ${name} is no plain decision: it is shown in its words, with a gap`, () => {
    const found = told(consent({ category: dnr, provision }));
    assert.deepEqual([found.cpr, found.gaps], [[], 1]);
  });
}

const form = (fields: Json, id = 'q'): Json =>
  about('QuestionnaireResponse', id, { status: 'completed', authored: '2026-01-05', ...fields });
const respect = (answer: Json, title = 'CPR decision'): Json =>
  form({
    item: [
      {
        text: 'Recommended Summary Plan for Emergency Care and Treatment',
        item: [{ text: title, answer: [answer] }],
      },
    ],
  });

for (const [name, answer, decision] of [
  ['words', { valueString: 'CPR attempts NOT recommended' }, 'do-not-attempt'],
  ['a code', { valueCoding: { system: 'http://snomed.info/sct', code: '450475007' } }, 'attempt'],
] as const) {
  test(`a decision answered in a form by ${name} is read`, () =>
    assert.deepEqual(told(respect(answer)).cpr, [decision]));
}

test('a yes to a question for the decision is the decision, and a no is not its opposite', () => {
  const title = 'Is there a DNACPR in place?';
  assert.deepEqual(told(respect({ valueBoolean: true }, title)).cpr, ['do-not-attempt']);
  assert.deepEqual(told(respect({ valueBoolean: false }, title)), {
    cpr: [],
    about: [`could not be understood, see the record: ${title}: No`],
    gaps: 1,
  });
});

test('a form about something else keeps its place, and its answer about CPR is shown in the limits', () => {
  const admission = form({
    item: [
      { text: 'Favourite food', answer: [{ valueString: 'Fish' }] },
      { text: 'CPR decision', answer: [{ valueString: 'DNACPR' }] },
    ],
  });
  const found = value('limits', [admission]);
  assert.deepEqual(
    found.cpr.map(({ decision }) => decision),
    ['do-not-attempt'],
  );
  assert.deepEqual(found.decisions, []);
  assert.equal(value('events', [admission]).length, 1);
});

test('a newer form that is unfinished, or dated in the future, replaces no finished one', () => {
  const questionnaire = 'https://example.org/Questionnaire/acp';
  const item = (answer: string) => [{ text: 'CPR decision', answer: [{ valueString: answer }] }];
  const done = form({ questionnaire, item: item('DNACPR') }, 'done');
  const draft = form(
    { questionnaire, item: item('For CPR'), status: 'in-progress', authored: '2026-11-01' },
    'draft',
  );
  const ahead = form({ questionnaire, item: item('For CPR'), authored: '2027-01-01' }, 'ahead');
  assert.equal(fate('done', [done, draft]).state, 'shown');
  assert.deepEqual(told(done, ahead).cpr, ['do-not-attempt']);
});

test('an order of a kind that nobody knows is doubtful, and says of which kind it is', () => {
  const order = about('ServiceRequest', 'o', {
    status: 'active',
    intent: 'suggestion',
    code: snomed('450476008'),
  });
  const [found] = value('limits', [order]).cpr;
  assert.deepEqual([found?.cautions, found?.details], [['unconfirmed'], ['kind of order: suggestion']]);
});

test('a category of a flag about CPR is shown beside the decision, unless it is one of those that every flag has', () => {
  const detailsOf = (category: Json) =>
    value('limits', [about('Flag', 'f', { status: 'active', code: notForCpr, category: [category] })]).cpr[0]
      ?.details ?? [];
  const plain = {
    system: 'http://terminology.hl7.org/CodeSystem/flag-category',
    code: 'clinical',
    display: 'Clinical',
  };
  const other = { system: 'https://vendor.example/category', code: 'x', display: 'ReSPECT form' };
  assert.deepEqual(detailsOf({ coding: [plain] }), []);
  assert.deepEqual(detailsOf({ coding: [other] }), ['ReSPECT form']);
  assert.deepEqual(detailsOf({ coding: [plain], text: 'From hospital' }).length, 1);
  assert.match(detailsOf({ coding: [plain], text: 'From hospital' })[0] ?? '', /From hospital/);
});

test('a problem that its own note calls somebody else’s is no firm decision, limit or frailty', () => {
  const problem = (code: Json, text: string): Json =>
    about('Condition', 'c', {
      clinicalStatus: hl7('condition-clinical', 'active'),
      code,
      note: [{ text }],
    });
  for (const text of ['Wrong resident', 'This is about another resident', 'Entered in error', 'Misfiled']) {
    assert.deepEqual(told(problem(notForCpr, text)).cpr, ['do-not-attempt contradicts-itself'], text);
    const limit = value('limits', [problem({ text: 'Not for hospital admission' }, text)]).decisions;
    assert.deepEqual(limit[0]?.cautions, ['contradicts-itself'], text);
    const [frail] = value('frailty', [problem({ text: 'Severe frailty' }, text)]).statements ?? [];
    assert.deepEqual(frail?.cautions, ['contradicts-itself'], text);
  }
  assert.deepEqual(told(problem(notForCpr, 'Agreed with another resident present')).cpr, ['do-not-attempt']);
});
