import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBundle } from './bundle.ts';
import { readText } from './read-text.ts';

const flag = (id: string, versionId = '1') => ({ resourceType: 'Flag', id, meta: { versionId } });
const ids = (value: unknown) =>
  readBundle(value).entries.map(({ resource }) => (resource as { id: string }).id);

for (const type of [
  'searchset',
  'transaction',
  'document',
  'collection',
  'batch',
  'message',
  'transaction-response',
]) {
  test(`a ${type} Bundle gives its resources with their addresses`, () => {
    const bundle = {
      resourceType: 'Bundle',
      type,
      entry: [{ fullUrl: 'urn:uuid:1', resource: flag('a') }, { response: {} }, { resource: flag('b') }],
    };
    assert.deepEqual(readBundle(bundle).entries, [
      { fullUrl: 'urn:uuid:1', resource: flag('a') },
      { fullUrl: null, resource: flag('b') },
    ]);
  });
}

test('nested Bundles, arrays and single resources are unwrapped', () => {
  const inner = { resourceType: 'Bundle', type: 'collection', entry: [{ resource: flag('b') }] };
  assert.deepEqual(
    ids([flag('a'), { resourceType: 'Bundle', type: 'searchset', entry: [{ resource: inner }] }]),
    ['a', 'b'],
  );
});

test('a history gives the latest version of each record, and none that was deleted last', () => {
  const url = (id: string) => `https://fhir.example/r4/Flag/${id}`;
  const history = {
    resourceType: 'Bundle',
    type: 'history',
    entry: [
      { fullUrl: url('gone'), request: { method: 'DELETE', url: 'Flag/gone' } },
      { fullUrl: url('a'), resource: flag('a', '2') },
      { fullUrl: url('a'), resource: flag('a', '1') },
      { fullUrl: url('gone'), resource: flag('gone') },
    ],
  };
  assert.deepEqual(
    readBundle(history).entries.map(({ resource }) => resource),
    [flag('a', '2')],
  );
});

test('a server’s report that it left something out becomes a gap, and mere information does not', () => {
  const outcome = (severity: string, code: string) => ({
    resource: { resourceType: 'OperationOutcome', issue: [{ severity, code }] },
  });
  const why = (severity: string, code: string) =>
    readBundle({ resourceType: 'Bundle', type: 'searchset', entry: [outcome(severity, code)] }).gaps.map(
      (gap) => gap.why,
    );
  assert.deepEqual(why('warning', 'suppressed'), ['withheld']);
  assert.deepEqual(why('warning', 'incomplete'), ['more']);
  assert.deepEqual(why('error', 'exception'), ['failed']);
  assert.deepEqual(why('information', 'informational'), []);
  assert.deepEqual(why('warning', 'not-supported'), []);
});

test('a message of the server is not a record, and goes to the caller who sent the request', () => {
  const message = { resourceType: 'OperationOutcome', issue: [] };
  const { entries, messages } = readBundle({
    resourceType: 'Bundle',
    entry: [{ resource: message }, { resource: flag('a') }],
  });
  assert.deepEqual([entries.length, messages.length], [1, 1]);
});

test('the address of the next page is given', () => {
  const link = [
    { relation: 'self', url: 'a' },
    { relation: 'next', url: 'https://fhir.example/r4?page=2' },
  ];
  assert.equal(
    readBundle({ resourceType: 'Bundle', type: 'searchset', link }).next,
    'https://fhir.example/r4?page=2',
  );
  assert.equal(readBundle({ resourceType: 'Bundle', type: 'searchset' }).next, null);
});

test('NDJSON is read line by line, and a broken line is one entry that cannot be read', () => {
  const text = `${JSON.stringify(flag('a'))}\n{"broken\n\n${JSON.stringify(flag('b'))}\r\n`;
  assert.deepEqual(
    readText(text).entries.map(({ resource }) => resource),
    [flag('a'), null, flag('b')],
  );
});

test('text that is not JSON is one entry that cannot be read', () => {
  assert.deepEqual(readText('{ not json').entries, [{ fullUrl: null, resource: null }]);
});

test('any value at all is unwrapped without a throw', () => {
  for (const value of [
    null,
    undefined,
    1,
    'x',
    [],
    {},
    { resourceType: 'Bundle', entry: 7 },
    { resourceType: 'Bundle', entry: [null, 3, { resource: null }] },
  ]) {
    assert.doesNotThrow(() => readBundle(value));
  }
});
