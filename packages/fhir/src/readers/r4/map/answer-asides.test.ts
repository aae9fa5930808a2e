import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXTENSION } from '../../../codes/systems.ts';
import { about, value, type Json } from '../../../record.fixtures.ts';

const NURSE = 'S. Okafor, nurse';

/** What the summary says about a form with one item in it. */
function told(item: Json, fields: Json = {}) {
  const form = about('QuestionnaireResponse', 'q', {
    status: 'completed',
    authored: '2026-11-20T09:45:00Z',
    author: { display: NURSE },
    item: [{ linkId: '1', text: 'Weight', ...item }],
    ...fields,
  });
  const [event] = value('events', [form]);
  assert.equal(event?.more, undefined);
  return (event?.answers ?? []).map(({ question, answer }) => `${question}: ${answer}`);
}

const parts = (url: string, given: Json) => ({
  url,
  extension: Object.entries(given).map(([name, text]) =>
    typeof text === 'boolean' ? { url: name, valueBoolean: text } : { url: name, valueString: text },
  ),
});
const answered = (given: Json) => ({
  extension: [parts(EXTENSION.answered, { at: '2026-11-20T09:15:00Z', from: 'entered', ...given })],
  answer: [{ valueDecimal: 58.2 }],
});

test('the signer and the date of the form are not repeated at each answer', () => {
  assert.deepEqual(told(answered({ name: 'S. Okafor', role: 'nurse' })), ['Weight: 58.2']);
});

test('an answer by somebody else, or of another day, says whose and when', () => {
  assert.deepEqual(told(answered({ name: 'J. Reed', role: 'carer', at: '2026-11-12T10:00:00Z' })), [
    'Weight: 58.2 (J. Reed, carer; 12-Nov-2026)',
  ]);
});

test('an answer taken over from the record states its date and its source', () => {
  const taken = {
    name: 'S. Okafor',
    role: 'nurse',
    from: 'accepted',
    recordedOn: '2026-03-03',
    source: 'GP',
  };
  assert.deepEqual(told(answered(taken)), ['Weight: 58.2 (taken over from the record; 03-Mar-2026; GP)']);
});

test('an unusual value that was confirmed says so, and so does one that the form filled in', () => {
  const hers = { name: 'S. Okafor', role: 'nurse' };
  assert.deepEqual(told(answered({ ...hers, confirmed: true })), ['Weight: 58.2 (unusual, and confirmed)']);
  assert.deepEqual(told(answered({ ...hers, from: 'initial' })), ['Weight: 58.2 (filled in by the form)']);
});

test('a number has its unit, and the number as typed in another one', () => {
  const number = (given: Json) => ({
    answer: [{ valueDecimal: 58.2, extension: [parts(EXTENSION.number, given)] }],
  });
  assert.deepEqual(told(number({ unit: 'kg' })), ['Weight: 58.2 kg']);
  assert.deepEqual(told(number({ unit: 'kg', enteredValue: '128.3', enteredUnit: '[lb_av]' })), [
    'Weight: 58.2 kg (entered as 128.3 lb)',
  ]);
});

test('a total that does not count every question is never read as the whole', () => {
  const soFar = { extension: [{ url: EXTENSION.soFar, valueInteger: 3 }], answer: [{ valueInteger: 7 }] };
  assert.deepEqual(told(soFar), ['Weight: 7 (not complete: 3 missing)']);
});

test('a declined answer says who asked, and a reason beside an answer is shown too', () => {
  const refused = {
    extension: [
      { url: EXTENSION.dataAbsentReason, valueCode: 'asked-declined' },
      parts(EXTENSION.notGiven, { state: 'refused', reason: 'in pain', name: 'J. Reed' }),
    ],
  };
  assert.deepEqual(told(refused), ['Weight: not assessed: refused (in pain) (J. Reed)']);
  assert.deepEqual(told({ ...refused, answer: [{ valueDecimal: 58 }] }), [
    'Weight: 58 (not assessed: refused (in pain); J. Reed)',
  ]);
});

test('an assessment that was signed on another day states its own day', () => {
  const draft = (at: string) => ({ extension: [parts(EXTENSION.draft, { id: 'd', assessedAt: at })] });
  const item = { answer: [{ valueDecimal: 58.2 }] };
  assert.deepEqual(told(item, draft('2026-11-20T08:00:00Z')), ['Weight: 58.2']);
  assert.deepEqual(told(item, draft('2026-11-18T08:00:00Z')), ['Assessed on: 18-Nov-2026', 'Weight: 58.2']);
});

test('a suggested problem that was dismissed is shown, with the reason and the person', () => {
  const decision = parts('decision', {
    rule: 'low-mood',
    state: 'dismissed',
    words: 'Grieving',
    at: '2026-11-20T09:30:00Z',
    name: 'S. Okafor',
    role: 'nurse',
    about: 'PHQ-2 is 3',
  });
  const draft = { extension: [{ url: EXTENSION.draft, extension: [decision] }] };
  assert.equal(
    told({ answer: [{ valueDecimal: 58.2 }] }, draft)[0],
    'Suggested, and not a problem: low mood: PHQ-2 is 3; Grieving (S. Okafor, nurse, 20-Nov-2026)',
  );
});

test('an item under an answer is read like one at the top', () => {
  const inner = { linkId: '2', text: 'Shoes', ...answered({ name: 'J. Reed' }) };
  assert.deepEqual(told({ answer: [{ valueDecimal: 58, item: [{ text: 'G', item: [inner] }] }] }), [
    'Weight: 58',
    'G: null',
    'Shoes: 58.2 (J. Reed)',
  ]);
});
