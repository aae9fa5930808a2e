import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, allergy, build, hl7, observation, PATIENT, snomed, type Json } from '../record.fixtures.ts';
import { readText } from '../read-text.ts';
import { SECTION_ORDER } from '@ehch/clinical';

const url = 'AllergyIntolerance?patient=p1';
const self = [{ relation: 'self', url }];
const bundle = (type: string, more: Json): Json => ({ resourceType: 'Bundle', type, ...more });
const answer = (response: Json, request?: Json): Json =>
  bundle('batch-response', { entry: [{ response, ...(request && { request }) }] });
const stateWith = (more: unknown) => build([more]).view.sections.allergies.state;

for (const [name, more] of [
  ['a part that was not modified', answer({ status: '304' }, { method: 'GET', url })],
  ['a part that stands elsewhere', answer({ status: '302 Found' })],
  ['a part that asked, and has no status', answer({}, { method: 'GET', url })],
  ['a part that asked, with a good status alone', answer({ status: '200 OK' }, { method: 'GET', url })],
  ['a good status without a request', answer({ status: '200 OK' })],
  ['entries that are no list', bundle('collection', { entry: 'none' })],
  ['a total in words', bundle('searchset', { total: '3', link: self })],
  ['a total of a Bundle without a type', { resourceType: 'Bundle', total: 3, link: self }],
  ['a message without an issue', { resourceType: 'OperationOutcome' }],
  ['a type in other letters', { ...allergy('a', 'Latex'), resourceType: 'Allergyintolerance' }],
] as const)
  test(`${name} brought nothing, and that is not "not recorded"`, () => {
    assert.equal(stateWith(more), 'failed');
  });

const page = (query: string, more: Json = {}): Json =>
  bundle('searchset', { link: [{ relation: 'self', url: `${url}${query}` }], ...more });
const latex = [{ resource: allergy('a', 'Latex') }];
const gapsWith = (more: unknown) => {
  const section = build([more]).view.sections.allergies;
  return section.state === 'known' ? section.gaps.map(({ what }) => what) : section.state;
};

test('a search for a count alone brought nothing, unless the count arrived', () => {
  for (const query of ['&_count=0', '&_summary=count']) {
    assert.equal(stateWith(page(query)), 'failed', query);
    assert.equal(stateWith(page(query, { total: 0 })), 'known', query);
  }
});

test('a search that leaves out records or parts of them leaves a gap', () => {
  for (const query of ['&clinical-status=active', '&_lastUpdated=gt2026-01-01', '&date=ge2026'])
    assert.deepEqual(gapsWith(page(query, { entry: latex })), ['allergies that were not asked for'], query);
  for (const query of ['&_elements=code', '&_summary=true'])
    assert.deepEqual(gapsWith(page(query, { entry: latex })), ['parts of each record'], query);
  for (const query of ['', '&_count=50', '&_sort=-date', '&_summary=false'])
    assert.deepEqual(gapsWith(page(query, { entry: latex })), [], query);
});

test('a missing page before this one leaves a gap too, however its relation is spelt', () => {
  const link = (relation: string, address: string) => ({ relation, url: `${url}&page=${address}` });
  const paged = (...links: readonly Json[]) => bundle('searchset', { entry: latex, link: links });
  for (const relation of ['previous', 'prev', 'Next'])
    assert.deepEqual(gapsWith(paged(link('self', '2'), link(relation, 'x'))), ['allergies'], relation);
  const both = [paged(link('self', '1'), link('next', '2')), paged(link('self', '2'), link('previous', 'x'))];
  assert.deepEqual(gapsWith(both), []);
});

test('a failure in a nested part, and a message about a failure, leave gaps', () => {
  const part = bundle('batch-response', {
    entry: [
      { resource: allergy('a', 'Latex'), request: { method: 'GET', url }, response: { status: '206' } },
    ],
  });
  assert.deepEqual(gapsWith(part), ['allergies']);
  const message = (issue: Json) => stateWith({ resourceType: 'OperationOutcome', issue: [issue] });
  for (const issue of [
    { severity: 'warning', code: 'timeout' },
    { severity: 'ERROR', code: 'processing' },
    { code: 'processing' },
  ])
    assert.equal(message(issue), 'failed');
  for (const issue of [
    { severity: 'warning', code: 'not-supported' },
    { severity: 'information', code: 'timeout' },
  ])
    assert.equal(message(issue), 'known');
});

test('a part that wrote something, and a total of zero, leave no gap', () => {
  assert.equal(stateWith(answer({ status: '201', location: 'Flag/7/_history/1' })), 'known');
  assert.equal(stateWith(answer({ status: '200' }, { method: 'PUT', url: 'Flag/7' })), 'known');
  assert.equal(stateWith(answer({ status: '204' }, { method: 'DELETE', url: 'Flag/7' })), 'known');
  assert.equal(stateWith(bundle('searchset', { total: 0, link: self })), 'known');
});

test('records in the parameters of an operation are read', () => {
  const inner = { name: 'return', part: [{ name: 'record', resource: allergy('a', 'Latex') }] };
  assert.ok(
    JSON.stringify(build([{ resourceType: 'Parameters', parameter: [inner] }]).view).includes('Latex'),
  );
});

/** A record with content in most sections. */
const RECORD: readonly Json[] = [
  PATIENT,
  allergy('a', 'Latex'),
  about('Condition', 'c', { clinicalStatus: hl7('condition-clinical', 'active'), code: { text: 'Asthma' } }),
  about('MedicationRequest', 'm', {
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: { text: 'Senna' },
  }),
  about('Flag', 'f', { status: 'active', code: { text: 'Hoist' } }),
  about('Task', 't', { status: 'requested', intent: 'order', description: 'Ring' }),
  observation('w', snomed('27113001'), { valueQuantity: { value: 61, unit: 'kg' } }),
];

/** The sections that claim there is nothing, for a text that was cut at this place. */
function absentIn(text: string): ReadonlySet<string> {
  const { sections } = build([], { resources: readText(text).entries }).view;
  return new Set(
    SECTION_ORDER.filter((name) => {
      const section = sections[name];
      return section.state === 'known' && section.content.kind === 'not-recorded';
    }),
  );
}

test('wherever a line is cut, no section that had content says "not recorded"', () => {
  const lines = RECORD.map((resource) => JSON.stringify(resource));
  const whole = absentIn(lines.join('\n'));
  // The record of the last line, cut at every character; and of every other line, followed by the rest.
  for (const [at, line] of lines.entries())
    for (let length = 1; length < line.length; length += 1) {
      const cut = [...lines.slice(0, at), line.slice(0, length), ...lines.slice(at + 1)].join('\n');
      const lied = [...absentIn(cut)].filter((name) => !whole.has(name));
      assert.deepEqual(lied, [], `${at}: ${line.slice(0, length)}`);
    }
});

test('one document cut anywhere is no record, however it is laid out', () => {
  const document = bundle('collection', { entry: RECORD.map((resource) => ({ resource })) });
  for (const text of [JSON.stringify(document), JSON.stringify(document, null, 2)])
    for (let length = 1; length < text.length; length += 7)
      assert.deepEqual([...absentIn(text.slice(0, length))], [], text.slice(0, length));
});
