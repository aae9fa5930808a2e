import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXTENSION } from '../codes/systems.ts';
import { created, finishing } from './operations/operations.fixtures.ts';
import { formTitleIn, saidIn } from './said-in.ts';

const response = (...item: readonly object[]) => ({ resourceType: 'QuestionnaireResponse', item });
const item = (text: string, more: object) => ({ linkId: text, text, ...more });

test('what a finished assessment became is told whole: each answer, and each finding with its day', () => {
  const said = created(finishing()).flatMap(saidIn);
  assert.deepEqual(said.slice(0, 2), [
    { label: 'Body mass index, Weight', said: '58.2 kg' },
    { label: 'Body mass index, Height', said: '1.62 m' },
  ]);
  assert.ok(
    said.some(({ label, said: words }) => /BMI|Body mass/i.test(label) && /^22\.2.* on \d\d-/.test(words)),
  );
  assert.equal(created(finishing()).map(formTitleIn).filter(Boolean).length, 1);
});

test('an answer is told with its unit, its words and how it was typed', () => {
  const number = {
    url: EXTENSION.number,
    extension: [
      { url: 'enteredValue', valueDecimal: 9.2 },
      { url: 'enteredUnit', valueString: 'stone' },
    ],
  };
  const cases = [
    [{ valueBoolean: false }, 'No'],
    [{ valueInteger: 7 }, '7'],
    [{ valueCoding: { code: 'a', display: 'Alert' } }, 'Alert'],
    [{ valueCoding: { code: 'a' } }, 'a'],
    [
      { valueQuantity: { value: 58.4, unit: 'kg', code: 'kg' }, extension: [number] },
      '58.4 kg (entered as 9.2 stone)',
    ],
    [{ valueDate: '2026-11-20' }, '20-Nov-2026'],
    [{ valueTime: '09:15:00' }, '09:15:00'],
    [{ valueReference: { reference: 'Patient/1' } }, '{"reference":"Patient/1"}'],
    [{ other: 1 }, '{"other":1}'],
  ] as const;
  for (const [answer, said] of cases)
    assert.deepEqual(saidIn(response(item('Q', { answer: [answer] }))), [{ label: 'Q', said }]);
});

test('no answer is told as none, with its reason; half a total is told as half', () => {
  const notGiven = {
    url: EXTENSION.notGiven,
    extension: [
      { url: 'state', valueCode: 'refused' },
      { url: 'reason', valueString: 'in pain' },
    ],
  };
  const soFar = { url: EXTENSION.soFar, valueInteger: 2 };
  const said = saidIn(
    response(
      item('Pulse', { extension: [notGiven] }),
      item('Sleep', {}),
      item('Score', { extension: [soFar], answer: [{ valueInteger: 3 }] }),
    ),
  );
  assert.deepEqual(said, [
    { label: 'Pulse', said: 'not assessed: refused (in pain)' },
    { label: 'Sleep', said: 'no answer' },
    { label: 'Score', said: '3 so far, 2 not answered' },
  ]);
});

test('questions under a heading or an answer carry the names above them', () => {
  const under = item('Which?', { answer: [{ valueString: 'Left' }] });
  const said = saidIn(
    response(item('Hips', { item: [item('Pain', { answer: [{ valueBoolean: true, item: [under] }] })] })),
  );
  assert.deepEqual(said, [
    { label: 'Hips, Pain', said: 'Yes' },
    { label: 'Hips, Pain, Which?', said: 'Left' },
  ]);
});

test('a finding without a value says why, and a component stands by its name', () => {
  const code = (text: string) => ({ text });
  const said = saidIn({
    resourceType: 'Observation',
    code: code('Blood pressure'),
    effectiveDateTime: '2026-11-20T09:15:00Z',
    dataAbsentReason: { coding: [{ code: 'not-performed' }] },
    component: [{ code: code('Systolic'), valueQuantity: { value: 120, unit: 'mmHg' } }],
  });
  assert.deepEqual(said, [
    { label: 'Blood pressure', said: 'no value: not-performed; on 20-Nov-2026 09:15' },
    { label: 'Blood pressure, Systolic', said: '120 mmHg' },
  ]);
});

test('a resource that has no words of its own is told as it is written', () => {
  const task = { resourceType: 'Task', status: 'requested' };
  assert.deepEqual(saidIn(task), [{ label: 'Task', said: JSON.stringify(task) }]);
});
