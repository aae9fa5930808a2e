import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { createFhirServer } from '@ehch/dev-server';
import { SERVER_SOURCE } from '@ehch/store';
import { httpOf } from '../probe/personalities.fixtures.ts';
import { probeServer } from '../probe/probe.ts';
import { profileOf } from '../probe/server-profile.ts';
import { condition, DAY, home, MINUTE, pulling, type Pulling } from '../../test/pulling.ts';

const problems = (count: number) =>
  Array.from({ length: count }, (_, at) => condition(`c${String(at).padStart(4, '0')}`, 'agnes'));

/** A pull that knows what the probe finds out about such a server. */
async function probed(personality: string, resources = problems(5)): Promise<Pulling> {
  const server = createFhirServer({ personality });
  const ports = { http: httpOf(server), base: server.base, deadlineMs: 1, newId: randomUUID };
  const profile = profileOf(await probeServer(ports));
  server.close();
  const pulled = await pulling([...home, ...resources], {
    server: { personality },
    ports: { profile: () => profile },
  });
  await pulled.settle();
  pulled.pass(MINUTE);
  return pulled;
}

const historiesIn = ({ asked }: Pulling, from = 0) => asked.slice(from).filter((one) => /_history/.test(one));

for (const personality of ['', 'hapi'])
  test(`17, L5: where the probe found a history, a deletion is known within a quarter of an hour (${personality || 'R4'})`, async () => {
    const pulled = await probed(personality);
    pulled.remove('Condition', 'c0001');
    await pulled.run(17 * MINUTE);
    assert.deepEqual(await pulled.cached('Condition'), pulled.served('Condition'));
    assert.ok(
      pulled.asked.some((one) => one.startsWith('GET Condition/c0001')),
      'it was asked for by its id',
    );
  });

test('17, L5: where the probe found none, nobody asks for a history, and the daily comparison finds a deletion', async () => {
  const pulled = await probed('medplum');
  pulled.remove('Condition', 'c0001');
  await pulled.run(20 * MINUTE);
  assert.deepEqual(historiesIn(pulled), []);
  await pulled.run(DAY + 10 * MINUTE, DAY / 2);
  assert.deepEqual(await pulled.cached('Condition'), pulled.served('Condition'));
});

test('L5: a resource that was deleted and came back stays, as does one that the server refuses to tell about', async () => {
  const pulled = await probed('');
  pulled.remove('Condition', 'c0001');
  pulled.pass(10);
  pulled.put(condition('c0001', 'agnes', 'back'));
  pulled.remove('Condition', 'c0002');
  pulled.between = (request, go) =>
    /\/Condition\/c0002/.test(request.url) ? { status: 500, headers: {}, text: '' } : go();
  await pulled.run(17 * MINUTE);
  const held = await pulled.cached('Condition');
  assert.ok(held.has('c0001') && held.has('c0002'));
  pulled.between = (_request, go) => go();
  await pulled.run(17 * MINUTE);
  assert.deepEqual(await pulled.cached('Condition'), pulled.served('Condition'), 'it is looked at again');
});

test('L5: many deletions at once are all found, and each is asked for by its id', async () => {
  const pulled = await probed('', problems(70));
  for (let at = 0; at < 60; at++) pulled.remove('Condition', `c${String(at).padStart(4, '0')}`);
  await pulled.run(17 * MINUTE);
  assert.equal((await pulled.cached('Condition')).size, 10);
});

test('a history is read only of kinds that are held here, and only from the oldest of it on', async () => {
  const pulled = await probed('');
  await pulled.run(17 * MINUTE);
  const kinds = new Set(historiesIn(pulled).map((one) => /GET (\w+)\//.exec(one)?.[1]));
  assert.deepEqual(kinds, new Set(['Patient', 'Condition']));
  assert.ok(historiesIn(pulled).every((one) => one.includes('_since=2026-11-21T08:')));
});

test('a history that is longer than can be read is given up, and the daily comparison goes on', async () => {
  const pulled = await probed('');
  pulled.between = (request, go) => {
    if (!/_history/.test(request.url)) return go();
    const turn = Number(new URL(request.url).searchParams.get('turn') ?? '0') + 1;
    const url = `https://record.test/fhir/Patient/_history?turn=${turn}`;
    const link = [{ relation: 'next', url }];
    return { status: 200, headers: {}, text: JSON.stringify({ resourceType: 'Bundle', link }) };
  };
  await pulled.run(20 * MINUTE);
  const asked = historiesIn(pulled).length;
  assert.ok(asked > 0 && asked < 50);
  pulled.remove('Condition', 'c0001');
  await pulled.run(DAY + 10 * MINUTE, DAY / 2);
  assert.equal(historiesIn(pulled).length, asked);
  assert.deepEqual(await pulled.cached('Condition'), pulled.served('Condition'));
});

test('L1: where searches find a write late, as the probe found out, a pull begins a quarter of an hour earlier', async () => {
  const sinceIn = async (personality: string): Promise<number> => {
    const pulled = await probed(personality);
    await pulled.run(5 * MINUTE);
    const one = pulled.asked.findLast((asked) => /Condition\?.*_lastUpdated=ge/.test(asked)) ?? '';
    const { highWater } = (await pulled.store.records(SERVER_SOURCE).checkpoint('home', 'Condition')) ?? {};
    return Date.parse(highWater ?? '') - Date.parse(/ge([^ &]+)/.exec(one)?.[1] ?? '');
  };
  assert.equal(await sinceIn(''), 150_000);
  for (const late of ['index-lag:60', 'healthlake']) assert.equal(await sinceIn(late), 900_000);
});
