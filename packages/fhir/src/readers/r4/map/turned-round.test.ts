import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, hl7, observation, snomed, value, type Json } from '../../../record.fixtures.ts';

const notForCpr = snomed('450476008');
const form = (...item: readonly Json[]): Json =>
  about('QuestionnaireResponse', 'q', {
    status: 'completed',
    authored: '2026-01-01',
    questionnaire: 'https://example.org/ReSPECT',
    item,
  });
const group = (text: string, title: string, answer: Json): Json => ({
  linkId: text,
  text,
  item: [{ linkId: title, text: title, answer: [answer] }],
});
const decisions = (...resources: readonly Json[]) =>
  value('limits', resources).decisions.map(({ text }) => text);

test('an answer is shown under its heading, so that a refusal does not read as a wish', () => {
  const yes = { valueBoolean: true };
  assert.deepEqual(
    decisions(
      form(group('Treatments I refuse', 'Blood transfusion', yes), group('ReSPECT', 'Antibiotics', yes)),
    ),
    ['Treatments I refuse: Blood transfusion: Yes', 'Antibiotics: Yes'],
  );
});

test('a decision about CPR under a heading that reverses it is not understood', () => {
  const found = value('limits', [form(group('Not wanted', 'For resuscitation', { valueBoolean: true }))]);
  assert.deepEqual(found.cpr, []);
  assert.equal(
    found.decisions[0]?.text,
    'could not be understood, see the record: Not wanted: For resuscitation: Yes',
  );
});

test('a flag about CPR shows its category, and one with the category withdrawn is no decision', () => {
  const flag = (text: string) =>
    about('Flag', 'f', { status: 'active', code: notForCpr, category: [{ text }] });
  assert.deepEqual(value('limits', [flag('Verbal only')]).cpr[0]?.details, ['Verbal only']);
  assert.deepEqual(value('limits', [flag('Withdrawn')]).cpr, []);
});

test('a decision whose own note says that it was withdrawn contradicts itself, and replaces none', () => {
  const decided = (id: string, on: string, fields: Json = {}) =>
    observation(id, notForCpr, { effectiveDateTime: on, ...fields });
  const { cpr } = value('limits', [
    decided('old', '2025-01-01'),
    decided('new', '2026-01-01', { note: [{ text: 'Withdrawn 3 May' }] }),
  ]);
  assert.deepEqual(
    cpr.map(({ on, cautions }) => [on, cautions]),
    [
      ['2026-01-01', ['contradicts-itself']],
      ['2025-01-01', []],
    ],
  );
});

test('an order whose words name a limit is one, and one that is only planned is unconfirmed', () => {
  const order = (intent: string) =>
    about('ServiceRequest', 's', { status: 'active', intent, code: { text: 'Not for hospital admission' } });
  const told = (intent: string) => value('limits', [order(intent)]).decisions[0];
  assert.deepEqual([told('order')?.text, told('order')?.cautions], ['Not for hospital admission', []]);
  assert.deepEqual(told('plan')?.cautions, ['unconfirmed']);
});

test('a consent shows the codings of its concepts, where they say more', () => {
  const consent = about('Consent', 'k', {
    status: 'active',
    scope: hl7('consentscope', 'treatment'),
    category: [{ text: 'Blood products', coding: [{ display: 'Refusal of blood products' }] }],
    provision: { type: 'permit' },
  });
  const [found] = value('limits', [consent]).decisions;
  assert.deepEqual(found?.details, ['coded as “Refusal of blood products”']);
  assert.deepEqual(found?.cautions, ['contradicts-itself']);
});
