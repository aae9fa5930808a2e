import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DMD, SNOMED } from '../../../codes/systems.ts';
import { fate, type Json } from '../../../record.fixtures.ts';
import { listed, only, request, statement } from './medicine.fixtures.ts';

const called = (text: string, system: string, code: string): Json => ({
  medicationCodeableConcept: { text, coding: [{ system, code }] },
});
const dose = (text: string, parts: Json = {}) => ({ dosageInstruction: [{ text, ...parts }] });
const names = (...resources: readonly unknown[]) => listed(...resources).map(({ generic }) => generic);

test('medicines that share a code which says nothing about the drug are two lines', () => {
  assert.deepEqual(
    names(
      request('a', called('Warfarin 1mg tablets', SNOMED, '196421000000109')),
      request('b', called('Digoxin 62.5microgram tablets', SNOMED, '196421000000109')),
    ),
    ['Digoxin 62.5microgram tablets', 'Warfarin 1mg tablets'],
  );
});

test('medicines that share the code of a class are two lines', () => {
  const atc = 'http://www.whocc.no/atc';
  assert.equal(
    names(
      request('a', called('Bisoprolol 2.5mg tablets', atc, 'C07')),
      request('b', called('Atenolol 25mg tablets', atc, 'C07')),
    ).length,
    2,
  );
});

test('two strengths or two forms under one code are two lines', () => {
  const read2 = 'http://read.info/readv2';
  const pair = (first: string, second: string) =>
    names(request('a', called(first, read2, 'fe62.')), request('b', called(second, read2, 'fe62.'))).length;
  assert.equal(pair('Prednisolone 5mg tablets', 'Prednisolone 5mg capsules'), 2);
  assert.equal(pair('Ramipril 2.5mg capsules', 'Ramipril 5mg capsules'), 2);
  assert.equal(pair('Ramipril 5 mg Capsules', 'ramipril 5mg capsules'), 1);
});

test('one name under two codes of one system is two products, and under codes of two systems it is one', () => {
  const pair = (first: Json, second: Json) => names(request('a', first), request('b', second)).length;
  assert.equal(pair(called('Ramipril', DMD, '1'), called('Ramipril', DMD, '2')), 2);
  assert.equal(pair(called('Ramipril', DMD, '1'), called('Ramipril', SNOMED, '2')), 1);
  assert.equal(pair(called('Ramipril', DMD, '1'), called('Ramipril', DMD, '1')), 1);
});

test('the same line twice is one line that can be opened, and another dose is another line', () => {
  const found = listed(
    request('a', { ...dose('one in the morning'), authoredOn: '2026-10-01' }),
    request('b', { ...dose('one in the morning'), authoredOn: '2026-11-01' }),
    request('c', dose('one at night')),
  );
  assert.deepEqual(
    found.map(({ instructions, on, joined }) => [instructions, on, joined?.map((one) => one.on)]),
    [
      ['one in the morning', '2026-11-01', ['2026-10-01']],
      ['one at night', null, undefined],
    ],
  );
});

test('every record that a line stands for is shown in the section', () => {
  const resources = [request('a', { authoredOn: '2026-10-01' }), request('b', { authoredOn: '2026-11-01' })];
  assert.deepEqual(fate('a', resources), { state: 'shown', sections: ['medicines'] });
  assert.deepEqual(fate('b', resources), { state: 'shown', sections: ['medicines'] });
});

test('a part of the dose that only one of two records has makes two lines, whatever their texts', () => {
  const maximum = { maxDosePerAdministration: { value: 2, unit: 'tablet' } };
  const other = { maxDosePerAdministration: { value: 4, unit: 'tablet' } };
  assert.equal(listed(request('a', dose('one', maximum)), request('b', dose('one', other))).length, 2);
  // Whichever record comes first in the line, its limit is not lost.
  for (const [older, newer] of [
    [dose('one', maximum), dose('one')],
    [dose('one'), dose('one', maximum)],
  ] as const) {
    const joined = only(
      request('a', { ...older, authoredOn: '2026-10-01' }),
      request('b', { ...newer, authoredOn: '2026-11-01' }),
    );
    assert.match(joined.instructions ?? '', /no more than 2 tablets at a time/);
  }
});

test('a repeated issue is no new start', () => {
  const found = only(
    request('a', { authoredOn: '2025-01-01' }),
    request('b', { authoredOn: '2026-11-01' }),
    request('c', { authoredOn: '2026-06-01', status: 'completed' }),
  );
  assert.deepEqual([found.on, found.started, found.joined?.length], ['2026-11-01', '2025-01-01', 2]);
});

test('a note, an indication and "more in the record" of a joined record are shown with the line', () => {
  const found = only(
    request('a', {
      authoredOn: '2026-10-01',
      note: [{ text: 'Crush and give covertly' }],
      reasonCode: [{ text: 'atrial fibrillation' }],
      supportingInformation: [{ display: 'INR 2.4' }],
    }),
    request('b', { authoredOn: '2026-11-01', note: [{ text: 'With food' }] }),
  );
  assert.deepEqual(
    found.notes?.map(({ text }) => text),
    ['With food', 'Crush and give covertly'],
  );
  assert.equal(found.indication, 'atrial fibrillation');
  assert.deepEqual(found.more, [{ name: 'supporting information', text: 'INR 2.4' }]);
});

test('records that differ in reason, indication or caution are two lines', () => {
  const pair = (first: Json, second: Json) => listed(request('a', first), request('b', second)).length;
  const held = (text: string) => ({ status: 'on-hold', statusReason: { text } });
  assert.equal(pair(held('falls'), held('low sodium')), 2);
  assert.equal(pair({ reasonCode: [{ text: 'pain' }] }, { reasonCode: [{ text: 'fever' }] }), 2);
  assert.equal(pair({ modifierExtension: [{ url: 'https://example.org/x' }] }, {}), 2);
  assert.equal(pair({ doNotPerform: true }, {}), 2);
});

test('a prescription behind a statement is in its line', () => {
  const line = (status: string) =>
    only(statement('s', { basedOn: [{ reference: 'MedicationRequest/r' }] }), request('r', { status }));
  assert.equal(line('completed').joined?.length, 1);
  assert.equal(line('active').joined?.length, 1);
  const derived = only(statement('s', { derivedFrom: [{ reference: 'MedicationRequest/r' }] }), request('r'));
  assert.equal(derived.joined?.length, 1);
});

test('a stopped or held prescription behind a medicine in use stays visible, because the two disagree', () => {
  const based = statement('s', { basedOn: [{ reference: 'MedicationRequest/r' }] });
  const statuses = (status: string) => listed(based, request('r', { status })).map((one) => one.status);
  assert.deepEqual(statuses('stopped'), ['in-use', 'stopped']);
  assert.deepEqual(statuses('on-hold'), ['in-use', 'on-hold']);
});

test('a prescription of another product or dose behind a statement stays visible', () => {
  const based = statement('s', {
    basedOn: [{ reference: 'MedicationRequest/r' }],
    dosage: [{ text: 'one daily' }],
  });
  const other = { medicationCodeableConcept: { text: 'Digoxin 125microgram tablets' } };
  assert.equal(listed(based, request('r', other)).length, 2);
  assert.equal(listed(based, request('r', dose('two daily'))).length, 2);
  assert.equal(listed(based, request('r', dose('One daily'))).length, 1);
});

test('two statements are never joined', () => {
  assert.equal(listed(statement('a'), statement('b')).length, 2);
});

test('an authority to repeat with issues is in use, and its issues are in its line', () => {
  const plan = request('p', { intent: 'plan', authoredOn: '2026-10-01', ...dose('one daily') });
  const issue = (fields: Json) =>
    request('i', { status: 'completed', authoredOn: '2026-11-01', ...dose('one daily'), ...fields });
  const read = (fields: Json) =>
    listed(plan, issue(fields)).map(({ status, joined }) => [status, joined?.map((one) => one.status)]);
  assert.deepEqual(read({ basedOn: [{ reference: 'MedicationRequest/p' }] }), [['in-use', ['completed']]]);
  assert.deepEqual(read({}), [['in-use', ['completed']]]);
  assert.deepEqual(read(dose('two daily')), [
    ['in-use', undefined],
    ['completed', undefined],
  ]);
});

test('a plan is no repeat because of a prohibition, another product, or a proposal', () => {
  const plan = request('p', { intent: 'plan' });
  const status = (other: Json) =>
    listed(plan, request('o', other)).find(({ id }) => id.endsWith('/p'))?.status;
  assert.equal(status({ doNotPerform: true }), 'intended');
  assert.equal(status({ medicationCodeableConcept: { text: 'Senna' } }), 'intended');
  assert.equal(status({ intent: 'proposal', status: 'draft' }), 'intended');
  assert.equal(only(plan, request('o')).status, 'in-use');
});

test('a plan that starts after today stays planned, whatever was issued', () => {
  const dosageInstruction = [{ timing: { repeat: { boundsPeriod: { start: '2026-12-05' } } } }];
  const found = listed(
    request('p', { intent: 'plan', dosageInstruction }),
    request('o', { status: 'completed' }),
  );
  assert.ok(found.some(({ status }) => status === 'intended'));
  assert.ok(!found.some(({ status }) => status === 'in-use'));
});

test('a statement that is based on a plan puts it in use', () => {
  const found = listed(
    statement('s', { status: 'on-hold', basedOn: [{ reference: 'MedicationRequest/p' }] }),
    request('p', { intent: 'plan' }),
  );
  assert.deepEqual(
    found.map(({ status }) => status),
    ['on-hold'],
  );
});

test('an issue after the stop is not shown under it, and of two lines the one in use has it', () => {
  const issue = (authoredOn: string) => request('i', { status: 'completed', authoredOn });
  const stopped = statement('s', { status: 'stopped', effectivePeriod: { end: '2026-05-03' } });
  assert.deepEqual(
    ['2026-05-01', '2026-06-01', '2026-05', '2026'].map((day) => listed(stopped, issue(day)).length),
    [1, 2, 2, 2],
  );
  const both = listed(
    request('s', { status: 'stopped', authoredOn: '2026-06-01' }),
    request('a', { authoredOn: '2026-05-01' }),
    issue('2026-07-01'),
  );
  assert.deepEqual(
    both.map(({ status, joined = [] }) => [status, joined.length]),
    [
      ['in-use', 1],
      ['stopped', 0],
    ],
  );
});

test('the order of the records changes nothing', () => {
  const resources = [
    request('a', { authoredOn: '2026-10-01', ...dose('one daily') }),
    request('b', { authoredOn: '2026-10-01', ...dose('one daily') }),
    request('c', { status: 'completed', authoredOn: '2026-09-01' }),
    statement('s', { dosage: [{ text: 'two daily' }] }),
  ];
  assert.deepEqual(listed(...resources), listed(...resources.toReversed()));
});

test('two medicines with withheld names may be two, and are two lines', () => {
  const url = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
  const masked = { medicationCodeableConcept: { extension: [{ url, valueCode: 'masked' }] } };
  assert.deepEqual(names(request('a', masked), request('b', masked)), [
    'Name withheld by the source',
    'Name withheld by the source',
  ]);
});
