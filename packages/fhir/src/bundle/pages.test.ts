import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allergy, build, PATIENT, type Json } from '../record.fixtures.ts';

const URL = 'https://fhir.example/r4/AllergyIntolerance?patient=p1';
const gapsIn = (resources: readonly unknown[], name: 'allergies' | 'alerts' = 'allergies') => {
  const section = build([], { resources: [PATIENT, ...resources] }).view.sections[name];
  return section.state === 'known' ? section.gaps : section.state;
};
const row = (id: string, fields: Json = {}): Json => ({ resource: allergy(id, `Allergy ${id}`), ...fields });
const page = (entry: readonly Json[], links: Json = { self: URL }, more: Json = {}): Json => ({
  resourceType: 'Bundle',
  type: 'searchset',
  link: Object.entries(links).map(([relation, url]) => ({ relation, url })),
  entry,
  ...more,
});
const ofFlags = { self: 'https://fhir.example/r4/Flag?patient=p1' };
const flag = (id: string): Json => ({
  resource: {
    resourceType: 'Flag',
    id,
    status: 'active',
    code: { text: id },
    subject: { reference: 'Patient/p1' },
  },
});
const MORE = { why: 'more', what: 'allergies' };

test('a page that links to the page before it is not a page without its beginning', () => {
  const [first, second] = [`${URL}&page=1`, `${URL}&page=2`];
  assert.deepEqual(
    gapsIn([page([row('a')], { self: first }), page([row('b')], { self: second, previous: first })]),
    [],
  );
});

test('a total is compared with the records of its own search, and not with those of another kind or another total', () => {
  const flags = page([flag('x'), flag('y')], ofFlags, { total: 2 });
  assert.deepEqual(gapsIn([page([row('a')], { self: URL }, { total: 2 }), flags]), [MORE]);
  assert.deepEqual(gapsIn([page([row('a')], { self: URL }, { total: 2 }), flags], 'alerts'), []);
  const other = page([row('b')], { self: `${URL}&category=food` }, { total: 1 });
  assert.deepEqual(gapsIn([page([row('a')], { self: URL }, { total: 2 }), other]), [MORE]);
});

test('a part of each record can only be missing where there is a record', () => {
  assert.deepEqual(
    gapsIn([row('a')['resource'], page([], { self: `${URL}&_elements=code` }, { total: 0 })]),
    [],
  );
});

test('the total of a history counts versions, and only the newest version is read', () => {
  const put = { request: { method: 'PUT', url: 'AllergyIntolerance/a' } };
  assert.deepEqual(gapsIn([page([row('a', put)], { self: URL }, { type: 'history', total: 5 })]), []);
});

test('a message among the records does not count towards the total', () => {
  const message = {
    resource: {
      resourceType: 'OperationOutcome',
      issue: [{ severity: 'information', code: 'informational' }],
    },
    search: { mode: 'outcome' },
  };
  assert.deepEqual(gapsIn([page([row('a'), message], { self: URL }, { total: 2 })]), [MORE]);
});

test('a total that is no number does not hide the missing next page', () => {
  assert.deepEqual(gapsIn([page([row('a')], { self: URL, next: `${URL}&page=2` }, { total: null })]), [MORE]);
});

test('a page that does not state its type has the type of its next page', () => {
  const open = page([row('a')], { next: `${URL}&page=2` });
  assert.deepEqual(gapsIn([open]), [MORE]);
  assert.equal(gapsIn([open], 'alerts').length, 0);
});

test('two servers may use one id, and both records count', () => {
  const rows = ['https://one.example/r4', 'https://two.example/r4'].map((base) =>
    row('a', { fullUrl: `${base}/AllergyIntolerance/a` }),
  );
  const gaps = gapsIn([page(rows, { self: URL }, { total: 2 })]);
  assert.ok(typeof gaps === 'string' || !gaps.some(({ why }) => why === 'more'));
});

test('a search that brought nothing, and one that brought a part, are two gaps', () => {
  const nothing = page([], { self: `${URL}&category=food` }, { total: 3 });
  assert.deepEqual(gapsIn([page([row('a')], { self: URL }, { total: 2 }), nothing]), [
    MORE,
    { why: 'failed', what: 'allergies' },
  ]);
});

test('a failed part has the type that its location names', () => {
  const failed = { response: { status: '500', location: 'AllergyIntolerance/7/_history/1' } };
  const batch = page([{ resource: PATIENT }, failed], {}, { type: 'batch-response' });
  const { sections } = build([], { resources: [batch] }).view;
  assert.deepEqual([sections.allergies.state, sections.problems.state], ['failed', 'known']);
});

test('a part that may not be seen is withheld, whichever status says so', () => {
  for (const status of ['401', '403', '407', '451']) {
    const refused = { request: { method: 'GET', url: URL }, response: { status } };
    const batch = page([{ resource: PATIENT }, refused], {}, { type: 'batch-response' });
    assert.equal(build([], { resources: [batch] }).view.sections.allergies.state, 'withheld', status);
  }
});
