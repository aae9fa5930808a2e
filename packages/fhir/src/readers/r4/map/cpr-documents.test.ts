import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, section, snomed, type Json } from '../../../record.fixtures.ts';

const form = (text: string, fields: Json = {}): Json =>
  about('DocumentReference', 'd', { status: 'current', date: '2026-05-01', type: { text }, ...fields });
const flag = (code: string): Json => about('Flag', 'f', { status: 'active', code: snomed(code) });
function told(...resources: readonly Json[]) {
  const found = section('limits', resources);
  assert.ok(found.state === 'known' && found.content.kind === 'recorded');
  const { cpr, decisions, documents } = found.content.value;
  return {
    cpr: cpr.map(({ decision }) => decision),
    about: decisions.map(({ text }) => text),
    documents: documents.length,
    gaps: found.gaps.length,
  };
}
const NOT_UNDERSTOOD = 'could not be understood, see the record: the document “DNACPR form”';

test('the name of a form is no decision about CPR, but "no decision recorded" is not shown alone beside it', () => {
  assert.deepEqual(told(form('DNACPR form')), { cpr: [], about: [NOT_UNDERSTOOD], documents: 1, gaps: 1 });
});

test('a form that agrees with the decision in force is shown once, and one that says the opposite is shown', () => {
  const same = { cpr: ['do-not-attempt'], about: [], documents: 1, gaps: 0 };
  assert.deepEqual(told(form('DNACPR form'), flag('450476008')), same);
  assert.deepEqual(told(form('DNACPR form'), flag('450475007')).about, [NOT_UNDERSTOOD]);
});

test('a superseded form, and one that only names the subject, say nothing about CPR', () => {
  assert.deepEqual(told(form('DNACPR form', { status: 'superseded' })).about, []);
  assert.deepEqual(told(form('ReSPECT form', { description: 'CPR status' })).about, []);
});

test('a form is one of the limits by the name of any of its files', () => {
  const content = ['Clinic letter', 'ReSPECT form'].map((title) => ({ attachment: { title } }));
  assert.equal(told(form('Letter', { content })).documents, 1);
});

test('a form that applies from a later day says from when', () => {
  const found = section('limits', [form('ReSPECT form', { context: { period: { start: '2027-01-01' } } })]);
  assert.ok(found.state === 'known' && found.content.kind === 'recorded');
  const [document] = found.content.value.documents;
  assert.deepEqual(document?.cautions, ['future-dated']);
  assert.deepEqual(document?.more, [{ name: 'not in force before', text: '01-Jan-2027' }]);
});
