import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, allergy, build, fate, hl7, section, snomed, type Json } from '../../../record.fixtures.ts';

const flag = (id: string, code: Json, fields: Json = {}): Json =>
  about('Flag', id, { status: 'active', code, ...fields });
const notForCpr = snomed('450476008');

const privacy = (fields: Json): Json =>
  about('Consent', 'c', {
    status: 'active',
    scope: hl7('consentscope', 'patient-privacy'),
    category: [{ text: 'Sharing' }],
    ...fields,
  });

test('an active objection to sharing withholds everything but the identity', () => {
  const { sections } = build([privacy({ provision: { type: 'deny' } }), flag('f', notForCpr)]).view;
  assert.equal(sections.identity.state, 'known');
  for (const [name, found] of Object.entries(sections)) {
    if (name !== 'identity') assert.deepEqual(found, { state: 'withheld', why: 'consent' }, name);
  }
});

test('an objection that ended, was withdrawn or permits withholds nothing', () => {
  for (const fields of [
    { provision: { type: 'permit' } },
    { status: 'inactive', provision: { type: 'deny' } },
    { provision: { type: 'deny', period: { end: '2026-01-01' } } },
  ]) {
    assert.equal(section('allergies', [privacy(fields)]).state, 'known');
  }
});

test('an objection to a part is shown, although only the server can apply it', () => {
  const found = section('limits', [
    privacy({ provision: { type: 'deny', purpose: [{ code: 'HRESCH' }] } }),
    flag('f', notForCpr),
  ]);
  assert.ok(found.state === 'known' && found.gaps.some(({ why }) => why === 'withheld'));
});

test('a refusal of treatment is no objection to sharing', () => {
  const adrt = about('Consent', 'c', {
    status: 'active',
    scope: hl7('consentscope', 'adr'),
    provision: { type: 'deny', code: [{ text: 'CPR' }] },
  });
  assert.equal(section('allergies', [adrt]).state, 'known');
});

const policy = (code: string): Json => ({ policyRule: { coding: [{ code }] } });

for (const [name, fields] of [
  ['opted out by its policy', policy('OPTOUT')],
  ['opted out with exceptions', policy('OPTOUTE')],
  [
    'opted out, with exceptions that permit',
    { ...policy('OPTOUT'), provision: { provision: [{ type: 'permit' }] } },
  ],
] as const) {
  test(`a privacy consent that is ${name} withholds everything but the identity`, () => {
    assert.deepEqual(section('allergies', [privacy(fields)]), { state: 'withheld', why: 'consent' });
    assert.deepEqual(fate('c', [privacy(fields)]), { state: 'set-aside', why: 'withheld' });
  });
}

for (const [name, fields] of [
  [
    'opted out for one organisation',
    { ...policy('OPTOUT'), provision: { actor: [{ reference: { display: 'A' } }] } },
  ],
  [
    'a permission with a denial inside',
    { ...policy('OPTIN'), provision: { provision: [{ type: 'deny', code: [{ text: 'HIV' }] }] } },
  ],
  [
    'a denial inside an exception',
    { provision: { type: 'permit', provision: [{ type: 'permit', provision: [{ type: 'deny' }] }] } },
  ],
] as const) {
  test(`a privacy consent with ${name} leaves a gap in every section`, () => {
    const found = section('limits', [privacy(fields), flag('f', notForCpr)]);
    assert.ok(found.state === 'known' && found.gaps.some(({ why }) => why === 'withheld'));
  });
}

test('a denial within a rule that has ended, or has not begun, withholds nothing', () => {
  for (const period of [{ end: '2026-01-01' }, { start: '2027-01-01' }]) {
    const inner = privacy({ provision: { type: 'permit', provision: [{ type: 'deny', period }] } });
    const found = section('allergies', [inner]);
    assert.ok(found.state === 'known' && found.gaps.length === 0);
    assert.deepEqual(fate('c', [inner]), { state: 'set-aside', why: 'says-nothing' });
  }
});

for (const [name, fields] of [
  ['its category', { scope: undefined, category: [{ coding: [{ code: 'IDSCL' }] }] }],
  ...['npp', 'emrgonly', 'EMRGONLY', 'ICOL', 'INFA', 'INFAO', 'INFASO', 'IRDSCL', '64292-6', '57016-8'].map(
    (code) => [`the code ${code}`, { scope: undefined, category: [{ coding: [{ code }] }] }] as const,
  ),
  [
    'its words',
    { scope: { text: 'Consent' }, category: [{ text: 'Sharing information with the hospital' }] },
  ],
] as const) {
  test(`a consent about sharing is recognised by ${name}, and refuses no treatment`, () => {
    const found = privacy({ ...fields, provision: { type: 'deny' } });
    assert.deepEqual(section('limits', [found]), { state: 'withheld', why: 'consent' });
  });
}

for (const [name, fields] of [
  ['research', { scope: hl7('consentscope', 'research') }],
  ['research in words', { scope: { text: 'Consent' }, category: [{ text: 'Research project' }] }],
  ['proxy access', { scope: hl7('consentscope', 'patient-privacy'), category: [{ text: 'Proxy access' }] }],
] as const) {
  test(`a refusal of ${name} is neither a refusal of treatment nor an objection to sharing`, () => {
    const found = privacy({ ...fields, provision: { type: 'deny' } });
    assert.deepEqual(fate('c', [found]), { state: 'set-aside', why: 'no-section' });
    const limits = section('limits', [found]);
    assert.ok(limits.state === 'known' && limits.content.kind === 'not-recorded');
  });
}

for (const [name, fields] of [
  ['its title', { category: [{ text: 'Does not agree to information sharing' }] }],
  ['the words of its policy', { category: [{ text: 'Data sharing' }], policyRule: { text: 'Opted out' } }],
  [
    'its title, against its rule',
    { category: [{ text: 'Objects to data sharing' }], provision: { type: 'permit' } },
  ],
] as const) {
  test(`an objection to sharing in ${name} alone withholds nothing for certain, and leaves a gap in every section`, () => {
    const consent = about('Consent', 'k', { status: 'active', ...fields });
    for (const name of ['allergies', 'problems', 'limits'] as const)
      assert.equal(section(name, [consent]).state, 'withheld');
    const held = section('allergies', [consent, allergy('a', 'Latex')]);
    assert.ok(held.state === 'known' && held.content.kind === 'recorded');
    assert.equal(held.gaps[0]?.why, 'withheld');
  });
}
