import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, hl7, value, type Json } from '../../record.fixtures.ts';

const named = (...displays: readonly string[]) => displays.map((display) => ({ display }));
const two = named('Dr A. Rahman', 'Sister Okafor', 'Dr A. Rahman');
const document = (text: string): Json =>
  about('DocumentReference', 'd', {
    status: 'current',
    type: { text },
    author: two,
    content: [{ attachment: { title: text } }],
  });
const consent = (category: Json): Json =>
  about('Consent', 'c', {
    status: 'active',
    scope: hl7('consentscope', 'adr'),
    category: [category],
    provision: { type: 'deny' },
    performer: two,
  });
const limits = (resource: Json) => value('limits', [resource]);

for (const [name, fact] of [
  ['document', () => value('events', [document('Discharge letter')])[0]],
  ['form about limits', () => limits(document('ReSPECT form')).documents[0]],
  ['consent', () => limits(consent({ text: 'Blood products' })).decisions[0]],
  ['consent about CPR', () => limits(consent(hl7('consentcategorycodes', 'dnr'))).cpr[0]],
  [
    'vaccination',
    () =>
      value('events', [
        about('Immunization', 'v', {
          status: 'completed',
          vaccineCode: { text: 'Influenza' },
          occurrenceDateTime: '2026-10-01',
          performer: two.map((actor) => ({ actor })),
        }),
      ])[0],
  ],
] as const)
  test(`a ${name} by two people names both`, () => {
    const told = fact();
    assert.equal(told?.by?.name, 'Dr A. Rahman');
    assert.deepEqual(
      told.more?.filter(({ name }) => name === 'also by'),
      [{ name: 'also by', text: 'Sister Okafor' }],
    );
  });
