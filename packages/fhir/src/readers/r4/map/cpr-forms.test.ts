import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXTENSION } from '../../../codes/systems.ts';
import { about, section, type Json } from '../../../record.fixtures.ts';

const form = (id: string, authored: string, item: Json) =>
  about('QuestionnaireResponse', id, {
    status: 'completed',
    authored,
    questionnaire: 'https://example.org/Questionnaire/wishes',
    item: [{ linkId: '1', text: 'CPR decision', ...item }],
  });

function told(...resources: readonly Json[]) {
  const found = section('limits', resources);
  assert.ok(found.state === 'known' && found.content.kind === 'recorded');
  const { cpr, decisions } = found.content.value;
  return [cpr.map(({ decision }) => decision), decisions.map(({ text }) => text)];
}

const older = form('old', '2026-01-05', { answer: [{ valueString: 'Not for CPR' }] });

for (const [name, item, words] of [
  ['not known', { answer: [{ valueString: 'Not known' }] }, 'CPR decision: Not known'],
  [
    'declined',
    { extension: [{ url: EXTENSION.dataAbsentReason, valueCode: 'asked-declined' }] },
    'CPR decision: declined',
  ],
  ['withdrawn', { answer: [{ valueString: 'DNACPR withdrawn' }] }, 'CPR decision: DNACPR withdrawn'],
] as const)
  test(`"${name}" in a newer form is shown, and replaces no decision of an older one`, () => {
    assert.deepEqual(told(older, form('new', '2026-11-01', item)), [
      ['do-not-attempt'],
      [`no decision: ${words}`],
    ]);
  });

test('a form that is not finished decides nothing, and says so', () => {
  const begun = { ...older, status: 'in-progress' };
  assert.deepEqual(told(begun), [[], ['Not for CPR: the form is not finished, not in force today']]);
});

test('a newer form that decides replaces the older one', () => {
  const newer = form('new', '2026-11-01', { answer: [{ valueString: 'For CPR' }] });
  assert.deepEqual(told(older, newer), [['attempt'], []]);
});

test('a file in answer to "not for CPR" is no decision', () => {
  const scan = form('q', '2026-11-01', { text: 'Not for CPR', answer: [{ valueAttachment: {} }] });
  assert.deepEqual(told(scan), [
    [],
    ['could not be understood, see the record: Not for CPR: in another record, not shown here'],
  ]);
});
