import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SECTION_ORDER, type SectionName } from '@ehch/clinical';
import { readBundle, readPages } from '../bundle.ts';
import { allergy, build, fate, PATIENT, type Json } from '../record.fixtures.ts';
import { readText } from '../read-text.ts';

const bundle = (type: string, entry: readonly unknown[], more: Json = {}) => ({
  resourceType: 'Bundle',
  type,
  entry,
  ...more,
});
const outcome = (code: string, severity = 'error') => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity, code }],
});
const statesOf = (resources: readonly unknown[]) => {
  const { sections } = build([], { resources }).view;
  return Object.fromEntries(SECTION_ORDER.map((name) => [name, sections[name].state]));
};
const gapsOf = (resources: readonly unknown[], name: SectionName) => {
  const section = build([], { resources }).view.sections[name];
  return section.state === 'known' ? section.gaps : section.state;
};
const everySectionBut = (resources: readonly unknown[], state: string) => {
  const { identity: _, ...others } = statesOf(resources);
  for (const [name, found] of Object.entries(others)) assert.equal(found, state, name);
};
const patientRow = { resource: PATIENT, response: { status: '200 OK' } };

test('a part of a batch that was refused or failed leaves no section "not recorded"', () => {
  const part = (status: string, body: Json = {}) => ({ response: { status, ...body } });
  everySectionBut(
    [bundle('batch-response', [patientRow, part('403 Forbidden', { outcome: outcome('forbidden') })])],
    'withheld',
  );
  everySectionBut([bundle('batch-response', [patientRow, part('500')])], 'failed');
  everySectionBut([bundle('batch-response', [patientRow, part('404 Not Found')])], 'failed');
  // An outcome beside a success status counts too.
  everySectionBut(
    [
      bundle('batch-response', [
        { ...patientRow, response: { status: '200', outcome: outcome('suppressed', 'warning') } },
      ]),
    ],
    'withheld',
  );
});

test('a part that succeeded, or that wrote something, leaves no gap', () => {
  const rows = [
    patientRow,
    { response: { status: '201 Created', location: 'Flag/7/_history/1' } },
    { request: { method: 'GET', url: 'Flag' } },
  ];
  assert.deepEqual(gapsOf([bundle('batch-response', rows)], 'alerts'), []);
});

test('a failed part that names its type leaves a gap only in the sections of that type', () => {
  for (const row of [
    { request: { method: 'GET', url: 'AllergyIntolerance?patient=p1' }, response: { status: '500' } },
    { request: { method: 'GET', url: 'Patient/p1/AllergyIntolerance' }, response: { status: '500' } },
    { fullUrl: 'https://fhir.example/FHIR/AllergyIntolerance/Z', response: { status: '500' } },
  ]) {
    const states = statesOf([bundle('batch-response', [patientRow, row])]);
    assert.equal(states['allergies'], 'failed');
    assert.equal(states['problems'], 'known');
  }
  const everything = {
    request: { method: 'GET', url: 'Patient/p1/$everything' },
    response: { status: '500' },
  };
  assert.equal(statesOf([bundle('batch-response', [patientRow, everything])])['problems'], 'failed');
  const unheard = { request: { method: 'GET', url: 'FHIR?_getpages=7' }, response: { status: '500' } };
  assert.equal(statesOf([bundle('batch-response', [patientRow, unheard])])['problems'], 'failed');
  const claims = { request: { method: 'GET', url: 'Claim?patient=p1' }, response: { status: '500' } };
  assert.equal(statesOf([bundle('batch-response', [patientRow, claims])])['problems'], 'known');
});

test('a record that a Bundle deletes is not in force', () => {
  const flag = {
    resourceType: 'Flag',
    id: 'f1',
    status: 'active',
    code: { text: 'Reasonable adjustment: large print' },
    subject: { reference: 'Patient/p1' },
  };
  const rows = [{ resource: PATIENT }, { resource: flag, request: { method: 'DELETE', url: 'Flag/f1' } }];
  const resources = [bundle('transaction', rows)];
  assert.ok(!JSON.stringify(build([], { resources }).view).includes('large print'));
  assert.deepEqual(fate('f1', [], { resources }), { state: 'set-aside', why: 'not-in-force' });
  // The same through the entries that `readBundle` hands on.
  const handed = readBundle(resources).entries;
  assert.deepEqual(fate('f1', [], { resources: handed }), { state: 'set-aside', why: 'not-in-force' });
});

test('a missing page leaves a gap, in a nested Bundle too', () => {
  const link = [
    { relation: 'self', url: 'https://fhir.example/r4/AllergyIntolerance?patient=p1' },
    { relation: 'next', url: 'https://fhir.example/r4?_getpages=7' },
  ];
  const page = bundle('searchset', [{ resource: allergy('a', 'Latex') }], { link });
  for (const resources of [
    [PATIENT, page],
    [bundle('batch-response', [patientRow, { resource: page, response: { status: '200' } }])],
  ]) {
    assert.deepEqual(gapsOf(resources, 'allergies'), [{ why: 'more', what: 'allergies' }]);
    assert.deepEqual(gapsOf(resources, 'problems'), []);
  }
});

test('a next page that is present leaves no gap', () => {
  const url = 'https://fhir.example/r4?_getpages=7';
  const first = bundle('searchset', [{ resource: allergy('a', 'Latex') }], {
    link: [{ relation: 'next', url }],
  });
  const second = bundle('searchset', [{ resource: allergy('b', 'Nuts') }], {
    link: [{ relation: 'self', url }],
  });
  assert.deepEqual(gapsOf([PATIENT, first, second], 'allergies'), []);
  assert.equal(readPages([first]).gaps.length, 0);
  assert.equal(readBundle([first]).gaps.length, 1);
});

test('a total above the number that arrived leaves a gap, and included records do not count', () => {
  const rows = [
    { resource: allergy('a', 'Latex') },
    { resource: { resourceType: 'Medication', id: 'm' }, search: { mode: 'include' } },
  ];
  const page = (total: number, entry: readonly unknown[] = rows) => bundle('searchset', entry, { total });
  assert.deepEqual(gapsOf([PATIENT, page(1)], 'allergies'), []);
  assert.deepEqual(gapsOf([PATIENT, page(2)], 'allergies'), [
    { why: 'more', what: 'entries that were not read' },
  ]);
  // Two pages of one search give the same total.
  const second = page(2, [{ resource: allergy('b', 'Nuts') }]);
  assert.deepEqual(gapsOf([PATIENT, page(2), second], 'allergies'), []);
  assert.equal(readPages([page(3), second]).gaps.length, 1);
});

test('a further page that does not state its search belongs to the search with the same total and type', () => {
  const page = (entry: readonly unknown[], more: Json) => bundle('searchset', entry, { total: 2, ...more });
  const [one, two] = [[{ resource: allergy('a', 'Latex') }], [{ resource: allergy('b', 'Nuts') }]];
  const self = { relation: 'self', url: 'https://fhir.example/r4/AllergyIntolerance?patient=p1' };
  const next = { relation: 'next', url: 'https://fhir.example/r4?_getpages=7&_getpagesoffset=1' };
  const first = page(one, { link: [self, next] });
  for (const link of [[], [{ ...next, relation: 'self' }]]) {
    assert.deepEqual(gapsOf([PATIENT, first, page(two, { link })], 'allergies'), []);
    assert.deepEqual(readPages([first, page(two, { link })]).gaps, []);
  }
  // A page of other records answers another search.
  const flag = { resource: { resourceType: 'Flag', id: 'f' } };
  assert.equal(readPages([first, page([flag], {})]).gaps.length, 2);
});

test('two searches of one kind with the same total hide no page of each other', () => {
  const next = { link: [{ relation: 'next', url: 'https://record.test/page2' }] };
  const page = (ids: readonly string[], more: Json = {}) =>
    bundle(
      'searchset',
      ids.map((id) => ({ resource: allergy(id, id) })),
      { total: 2, ...more },
    );
  assert.equal(readPages([page(['a']), page(['b', 'c'])]).gaps.length, 1);
  assert.equal(readPages([page(['a'], next), page(['b']), page(['c', 'd'])]).gaps.length, 0);
});

test('a count without any of the records is not "not recorded"', () => {
  everySectionBut([PATIENT, bundle('searchset', [], { total: 3 })], 'failed');
  assert.deepEqual(gapsOf([PATIENT, bundle('searchset', [], { total: 0 })], 'problems'), []);
});

test('a mark on a Bundle, or on an entry, leaves a gap wherever its records may belong', () => {
  const tag = (code: string) => ({ meta: { tag: [{ code }] } });
  const modifierExtension = [{ url: 'https://example.org/negated', valueBoolean: true }];
  const row = { resource: allergy('a', 'Latex') };
  const marked = (more: Json, rows: readonly Json[] = [row]) =>
    gapsOf([PATIENT, bundle('searchset', rows, more)], 'allergies');
  const condition = [{ why: 'unreadable', what: 'a condition that came with the answer' }];
  assert.deepEqual(marked(tag('SUBSETTED')), [{ why: 'more', what: 'parts of each record' }]);
  assert.deepEqual(marked(tag('REDACTED')), [{ why: 'withheld', what: 'records that the server left out' }]);
  assert.deepEqual(marked({ implicitRules: 'https://example.org/rules' }), condition);
  assert.deepEqual(marked({ modifierExtension }), condition);
  assert.deepEqual(marked({}, [{ ...row, modifierExtension }]), condition);
  assert.deepEqual(marked({}, [{ ...row, search: { mode: 'match', modifierExtension } }]), condition);
  // A mark on a record is read with the record, and a mark on an answer without records means nothing.
  assert.deepEqual(marked({}, [{ resource: { ...row.resource, modifierExtension } }]), []);
  assert.deepEqual(marked({ ...tag('SUBSETTED'), total: 0 }, []), []);
});

test('an entry without content is a gap wherever it may belong', () => {
  everySectionBut([bundle('collection', [{ resource: PATIENT }, {}])], 'failed');
  everySectionBut([bundle('collection', [{ resource: PATIENT }, null])], 'failed');
  const named = { fullUrl: 'https://fhir.example/r4/Flag/7' };
  const states = statesOf([bundle('searchset', [{ resource: PATIENT }, named])]);
  assert.deepEqual([states['alerts'], states['problems']], ['failed', 'known']);
});

test('a record without a type, and a value that is no record, are gaps in every section', () => {
  for (const broken of [null, 7, 'text', { id: 'x', code: { text: 'Peanut' } }]) {
    everySectionBut([PATIENT, { fullUrl: null, resource: broken }], 'failed');
  }
});

const line = (value: unknown) => JSON.stringify(value);

test('an NDJSON line that breaks off is a gap where its type belongs, and everywhere if the type is lost too', () => {
  const cut = line(allergy('a', 'Latex')).slice(0, 90);
  const states = statesOf(readText(`${cut}\n${line(PATIENT)}\n`).entries);
  assert.deepEqual([states['allergies'], states['problems']], ['failed', 'known']);
  everySectionBut(readText(`${line(PATIENT)}\n{"id":"x","code":{"te`).entries, 'failed');
  everySectionBut(readText(`${line(PATIENT)}\nnull\n`).entries, 'failed');
});

test('if the last NDJSON line breaks off, the rest is lost too, and it may be of any type', () => {
  const cut = line(allergy('a', 'Latex')).slice(0, 90);
  for (const end of ['', '\n', '\r\n\r\n'])
    everySectionBut(readText(`${line(PATIENT)}\n${cut}${end}`).entries, 'failed');
});

test('a broken document counts as one unreadable entry, however many of its lines are JSON', () => {
  const text = '{\n "resourceType": "Bundle",\n "entry": [\n  {},\n  {}\n  {}\n ]\n';
  assert.deepEqual(readText(text).entries, [{ fullUrl: null, resource: null }]);
  everySectionBut([PATIENT, ...readText(text).entries], 'failed');
});

test('a byte order mark is no part of the text', () => {
  assert.deepEqual(readText(`\uFEFF${line(PATIENT)}`).entries, [{ fullUrl: null, resource: PATIENT }]);
});

test('the newest version in a history goes by its own times where the server lists the oldest first', () => {
  const flag = (versionId: string, lastUpdated: string) => ({
    resource: { resourceType: 'Flag', id: 'a', meta: { versionId, lastUpdated } },
  });
  const gone = {
    fullUrl: 'https://fhir.example/r4/Flag/gone',
    request: { method: 'DELETE', url: 'Flag/gone' },
    response: { status: '204', lastModified: '2026-03-01T00:00:00Z' },
  };
  const was = {
    fullUrl: 'https://fhir.example/r4/Flag/gone',
    resource: { resourceType: 'Flag', id: 'gone', meta: { lastUpdated: '2026-02-01T00:00:00Z' } },
  };
  const history = bundle('history', [
    flag('1', '2026-01-01T00:00:00Z'),
    flag('2', '2026-02-01T00:00:00Z'),
    was,
    gone,
  ]);
  assert.deepEqual(
    readBundle(history).entries.map(({ resource }) => resource),
    [flag('2', '2026-02-01T00:00:00Z').resource],
  );
});

test('a change that brings no whole record leaves a gap: a patch, a lost record, a deletion by search', () => {
  const asked = (method: string, url: string, more: Json = {}) =>
    gapsOf(
      [bundle('transaction', [{ resource: PATIENT }, { request: { method, url }, ...more }])],
      'allergies',
    );
  const patch = { resource: { resourceType: 'Binary', contentType: 'application/json-patch+json' } };
  assert.equal(asked('PATCH', 'AllergyIntolerance/a', patch), 'failed');
  for (const method of ['PUT', 'POST']) assert.equal(asked(method, 'AllergyIntolerance'), 'failed', method);
  assert.deepEqual(asked('DELETE', 'AllergyIntolerance?code=x'), [
    { why: 'more', what: 'records that were deleted' },
  ]);
  for (const [method, url] of [
    ['GET', 'AllergyIntolerance?patient=p1'],
    ['POST', 'AllergyIntolerance/_search'],
    ['DELETE', 'AllergyIntolerance/a'],
  ] as const)
    assert.deepEqual(asked(method, url), [], url);
});
