import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { linkOf, openServer, patient, type Heard } from '../asking.fixtures.ts';

let time = 1_800_000_000_000;
const { server, ask } = await openServer({ clock: () => time });
after(() => server.close());

for (const family of ['One', 'Two', 'Three']) {
  await ask('/Patient/a', { method: 'PUT', json: patient('a', family) });
}
await ask('/Patient/b', { method: 'PUT', json: patient('b') });
await ask('/Patient/b', { method: 'DELETE' });

const said = ({ body }: Heard): string[] =>
  (body.entry ?? []).map(
    ({ request, response, resource }) => `${request?.method} ${response?.etag} ${resource?.id}`,
  );

test('the history of an instance is newest first, and the same every time', async () => {
  const first = await ask('/Patient/a/_history');
  assert.deepEqual(said(first), ['PUT W/"3" a', 'PUT W/"2" a', 'PUT W/"1" a']);
  assert.deepEqual(said(await ask('/Patient/a/_history')), said(first));
});

test('the history of a deleted resource holds its deletion, as an entry without a resource', async () => {
  const { status, body } = await ask('/Patient/b/_history');
  assert.equal(status, 200);
  assert.equal(body.entry?.[0]?.request?.method, 'DELETE');
  assert.equal(body.entry?.[0]?.resource, undefined);
});

test('histories of a type and of the system are pages whose next link stays right while the log grows', async () => {
  const page = await ask('/Patient/_history?_count=2');
  assert.equal(page.body.entry?.length, 2);
  await ask('/Patient/c', { method: 'PUT', json: patient('c') });
  const next = await ask(linkOf(page, 'next') ?? '');
  assert.deepEqual(said(next), ['PUT W/"3" a', 'PUT W/"2" a']);
  assert.equal((await ask('/_history')).body.entry?.length, 6);
});

test('_since leaves out older versions', async () => {
  time += 60_000;
  await ask('/Patient/late', { method: 'PUT', json: patient('late') });
  const since = new Date(time).toISOString();
  assert.deepEqual(said(await ask(`/_history?_since=${since}`)), ['PUT W/"1" late']);
});

test('lastUpdated never goes backwards, whatever the machine’s clock does', async () => {
  const before = (await ask('/Patient/late')).body.meta?.lastUpdated ?? '';
  time -= 3_600_000;
  const { body } = await ask('/Patient/late', { method: 'PUT', json: patient('late', 'Later') });
  assert.ok((body.meta?.lastUpdated ?? '') >= before);
});
