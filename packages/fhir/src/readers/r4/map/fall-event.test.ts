import assert from 'node:assert/strict';
import { test } from 'node:test';
import { content, fate, observation, section, value, type Json } from '../../../record.fixtures.ts';

const fall = (text: string, fields: Json = {}) => observation('f', { text }, fields);

for (const [resource, text] of [
  [fall('Fall'), 'Fall'],
  [fall('Unwitnessed fall in the lounge'), 'Unwitnessed fall in the lounge'],
  [fall('Fall', { valueBoolean: true }), 'Fall'],
  [fall('Fall', { valueString: 'slipped in the bathroom' }), 'Fall: slipped in the bathroom'],
  [fall('Fall', { valueString: 'No injury' }), 'Fall: No injury'],
  [fall('Fall', { valueCodeableConcept: { text: 'Fall on stairs' } }), 'Fall: Fall on stairs'],
  [
    fall('Incident', { valueString: 'found on the floor beside her bed' }),
    'Incident: found on the floor beside her bed',
  ],
] as const) {
  test(`"${text}" as an observation is a fall that happened, shown once`, () => {
    const [event] = value('events', [resource]);
    assert.deepEqual([event?.kind, event?.text, event?.on], ['fall', text, '2026-11-20T10:00:00Z']);
    assert.deepEqual(fate('f', [resource]), { state: 'shown', sections: ['events'] });
  });
}

for (const resource of [
  fall('Fall', { valueBoolean: false }),
  fall('Fall', { valueString: 'none this week' }),
  fall('Fall', { valueInteger: 2 }),
  fall('Fall', { status: 'cancelled' }),
  fall('Fall', { dataAbsentReason: { text: 'not asked' } }),
  fall('Date of last fall', { valueDateTime: '2026-10-01' }),
  fall('Fall in the last 12 months', { valueBoolean: true }),
  fall('Has she had a fall?', { valueBoolean: true }),
  fall('Falls', { valueBoolean: true }),
]) {
  test(`${JSON.stringify(resource['code'])} of ${JSON.stringify(resource['valueBoolean'] ?? resource['valueString'] ?? resource['status'])} is not a single fall, and is shown with function`, () => {
    assert.deepEqual(content('events', [resource]), { kind: 'not-recorded' });
    assert.equal(content('function', [resource]).kind, 'recorded');
  });
}

test('an incident that was no fall is not shown as one', () => {
  for (const valueString of ['skin tear', 'near fall, caught by carer', 'fall?'])
    assert.deepEqual(content('events', [fall('Incident', { valueString })]), { kind: 'not-recorded' });
});

test('each fall is an event of its own, and without the observations nobody knows of falls', () => {
  const two = [fall('Fall'), { ...fall('Fall', { effectiveDateTime: '2026-11-10' }), id: 'g' }];
  assert.equal(value('events', two).length, 2);
  const outcomes = { Observation: { state: 'withheld', why: 'role' } } as const;
  assert.equal(section('events', [], { outcomes }).state, 'withheld');
});

test('a near miss, or the fall of somebody else, is no fall of the resident', () => {
  const kinds = (valueString: string) => {
    const found = content('events', [observation('o', { text: 'Fall' }, { valueString })]);
    return found.kind === 'recorded' ? found.value.map(({ kind }) => kind) : [];
  };
  for (const text of ['near miss', 'Daughter fell while visiting', 'Husband had a fall'])
    assert.deepEqual(kinds(text), [], text);
  assert.deepEqual(kinds('Found by daughter, fell in the lounge'), ['fall']);
});

test('a fall whose title also names the Glasgow Coma Scale is a fall, and a scale after a fall is none', () => {
  const text = 'Unwitnessed fall, GCS 15';
  const own = { text, coding: [{ system: 'http://place.example/codes', code: 'F1' }] };
  for (const resource of [
    fall(text, {}),
    fall(text, { valueString: 'found on the floor' }),
    observation('f', own, { valueString: 'found on the floor' }),
  ]) {
    assert.equal(value('events', [resource])[0]?.kind, 'fall');
    assert.deepEqual(fate('f', [resource]), { state: 'shown', sections: ['events'] });
  }
  for (const resource of [
    fall('GCS after fall', { valueString: '14/15' }),
    fall('Post fall GCS', { valueString: '14/15' }),
    fall('Fall, GCS', { valueInteger: 14 }),
    observation(
      'f',
      { text: 'Fall, GCS', coding: [{ system: 'http://loinc.org', code: '9269-2' }] },
      { valueString: '14/15' },
    ),
  ])
    assert.deepEqual(fate('f', [resource]), { state: 'shown', sections: ['news2'] });
});
