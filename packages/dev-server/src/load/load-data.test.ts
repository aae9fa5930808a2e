import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { EhchError } from '@ehch/clinical';
import { matches, openServer, patient, weight } from '../asking.fixtures.ts';
import { referencesIn } from '../repository/references.ts';
import { describeReport } from './describe-report.ts';
import { LOADED_ROSTER_ID, loadData } from './load-data.ts';

const folder = mkdtempSync(join(tmpdir(), 'ehch-load-'));
after(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: unknown): void => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
};
const uuid = '0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0';

write('transaction.json', {
  resourceType: 'Bundle',
  type: 'transaction',
  entry: [
    {
      fullUrl: `urn:uuid:${uuid}`,
      resource: { resourceType: 'Patient' },
      request: { method: 'POST', url: 'Patient' },
    },
    {
      fullUrl: 'urn:uuid:x',
      resource: { resourceType: 'Condition', subject: { reference: `urn:uuid:${uuid}` } },
    },
    { resource: { resourceType: 'OperationOutcome', issue: [] } },
  ],
});
write('deep/er/one.json', patient('one'));
write('old.json', { ...patient('twice', 'Old'), meta: { lastUpdated: '2020-01-01T00:00:00Z' } });
write('new.json', { ...patient('twice', 'New'), meta: { lastUpdated: '2025-01-01T00:00:00Z' } });
write(
  'a-newer.ndjson',
  `${JSON.stringify(weight('w', 'one', 50, '2026-01-01'))}\n${JSON.stringify(patient('two'))}\n`,
);
write('illegal.json', {
  resourceType: 'Bundle',
  entry: [
    { resource: patient('has_underscore') },
    { resource: { ...weight('w5', 'x', 1, '2026'), subject: { reference: 'Patient/has_underscore' } } },
  ],
});
write('broken.json', '{ "resourceType": ');
write('hooks.json', { hookInstance: 'x' });
write('stu3.json', {
  resourceType: 'Bundle',
  entry: [{ resource: patient('stu3') }, { resource: { resourceType: 'ProcedureRequest', id: 'p' } }],
});
write('codes-as-text.json', { resourceType: 'Condition', id: 'c3', clinicalStatus: 'active' });
write('notes.txt', 'not looked at');

const { resources, report } = loadData(folder);
const addresses = resources.map(({ resourceType, id }) => `${resourceType}/${id}`);

test('files, folders below folders, bundles and ndjson are read', () => {
  assert.equal(report.files, 10);
  for (const address of ['Patient/one', 'Patient/two', 'Observation/w', `Patient/${uuid}`]) {
    assert.ok(addresses.includes(address), address);
  }
});

test('references inside a bundle still lead to their resources', () => {
  const condition = resources.find(({ resourceType }) => resourceType === 'Condition');
  assert.deepEqual(condition?.['subject'], { reference: `Patient/${uuid}` });
  const weighed = resources.find(({ id }) => id === 'w5');
  const [patientOf = ''] = referencesIn(weighed);
  assert.ok(addresses.includes(patientOf));
});

test('if a resource comes twice, the newest is kept', () => {
  assert.deepEqual(resources.find(({ id }) => id === 'twice')?.['name'], patient('twice', 'New')['name']);
  assert.equal(report.olderCopies, 1);
});

test('one roster lists every Patient', () => {
  const roster = resources.find(({ id }) => id === LOADED_ROSTER_ID);
  const patients = addresses.filter((one) => one.startsWith('Patient/'));
  assert.deepEqual([...referencesIn(roster)], patients);
});

test('every file that was left out is named, with the reason', () => {
  assert.deepEqual(
    [...report.leftOut],
    [
      ['not JSON', ['broken.json']],
      ['another FHIR version (STU3)', ['codes-as-text.json', 'stu3.json']],
      ['not FHIR', ['hooks.json']],
    ],
  );
  assert.deepEqual([...report.notStored], [['OperationOutcome', 1]]);
  const text = describeReport(report);
  for (const words of ['broken.json', 'stu3.json', 'OperationOutcome 1', 'Patient 5'])
    assert.ok(text.includes(words), words);
});

test('a path with nothing there is refused', () => {
  assert.throws(() => loadData(join(folder, 'nowhere')), EhchError);
});

test('the server serves every loaded resource', async () => {
  const { server, ask } = await openServer({ resources });
  assert.deepEqual(matches(await ask('/Observation?patient=one')), ['w']);
  await server.close();
});

const shared = join(import.meta.dirname, '../../../../../shared/data');

test(
  'everybody’s public data loads whole, and its residents can be searched',
  { skip: existsSync(shared) ? false : `no data at ${shared}` },
  async () => {
    const { resources: all, report: said } = loadData(shared);
    assert.ok([...said.leftOut.keys()].some((reason) => reason.includes('STU3')));
    const { server, ask } = await openServer({ resources: all });
    const some = all.filter(({ resourceType }) => resourceType === 'Patient').slice(0, 40);
    for (const { id } of some) {
      assert.equal((await ask(`/Observation?patient=${id}&_count=5`)).status, 200);
      assert.equal((await ask(`/Patient/${id}/$everything?_count=5`)).status, 200);
    }
    await server.close();
  },
);
