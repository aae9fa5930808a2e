import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  about,
  build,
  content,
  fate,
  hl7,
  observation,
  section,
  snomed,
  value,
  type Json,
} from '../../../record.fixtures.ts';

const flag = (id: string, code: Json, fields: Json = {}): Json =>
  about('Flag', id, { status: 'active', code, ...fields });
const forCpr = snomed('450475007');
const notForCpr = snomed('450476008');

const privacy = (fields: Json): Json =>
  about('Consent', 'c', {
    status: 'active',
    scope: hl7('consentscope', 'patient-privacy'),
    category: [{ text: 'Sharing' }],
    ...fields,
  });

test('an active objection to sharing withholds everything but who she is', () => {
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

test('an objection to a part is said, although only the server can apply it', () => {
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
