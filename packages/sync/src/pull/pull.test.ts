import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FhirResource } from '@ehch/dev-server';
import { SERVER_SOURCE } from '@ehch/store';
import { ALL_PULL_GUARDS } from './guards.ts';
import { acceptOwn, condition, DAY, home, MINUTE, pulling, type Pulling } from '../../test/pulling.ts';

const TYPES = ['Patient', 'Condition'];

/** I4: the cache is what the server has. */
async function assertConverged(pulled: Pulling): Promise<void> {
  for (const type of TYPES) assert.deepEqual(await pulled.cached(type), pulled.served(type), type);
}

const problems = (count: number, patient = 'agnes', from = 0): readonly FhirResource[] =>
  Array.from({ length: count }, (_, at) => condition(`c${String(from + at).padStart(4, '0')}`, patient));

test('I4, L10: a first load brings every page of every type, and says when all residents are done', async () => {
  const pulled = await pulling([...home, ...problems(450), ...problems(30, 'bertha', 900)]);
  const shares: number[] = [];
  for (let end = await pulled.pull.step(); end.state !== 'idle'; end = await pulled.pull.step())
    shares.push(pulled.pull.progress('home')?.share ?? 0);
  await assertConverged(pulled);
  assert.deepEqual(
    shares,
    [...shares].sort((one, other) => one - other),
    'the bar never goes back',
  );
  const { residentsDone, residents, share } = pulled.pull.progress('home') ?? {};
  assert.deepEqual([residentsDone, residents, share], [2, 2, 1]);
  const { kinds } = await pulled.store.records(SERVER_SOURCE).read('agnes');
  assert.equal(kinds.get('Condition')?.last.state, 'loaded');
  assert.equal(kinds.get('AllergyIntolerance')?.last.state, 'loaded', 'none is an answer too');
});

test('L2, L10: a load that is stopped after any step goes on in another worker, without a page twice', async () => {
  const resources = [...home, ...problems(450)];
  const whole = await pulling(resources);
  await whole.settle();
  const steps = whole.asked.length;
  for (let stop = 1; stop < steps; stop += 3) {
    const pulled = await pulling(resources);
    for (let at = 0; at < stop; at++) await pulled.pull.step();
    const load = pulled.asked.length;
    await pulled.settle(await pulled.restart());
    await assertConverged(pulled);
    // The roster and the round begin again. The load does not.
    const again = pulled.asked.slice(load).filter((one) => pulled.asked.slice(0, load).includes(one));
    assert.deepEqual(
      again.filter((one) => /_sort=-_lastUpdated/.test(one)),
      [],
      `after ${stop} steps`,
    );
  }
});

test('L10: a load that is paused asks for nothing, and goes on from there', async () => {
  const pulled = await pulling([...home, ...problems(10)]);
  await pulled.pull.step();
  pulled.pull.pause();
  assert.deepEqual(await pulled.settle(), []);
  assert.equal(pulled.pull.nextAt(), Infinity);
  pulled.pull.resume();
  await pulled.settle();
  await assertConverged(pulled);
});

test('13, L1, L3: a thousand rows of one instant come whole, across page borders', async () => {
  const pulled = await pulling(home);
  await pulled.settle();
  pulled.pass(MINUTE);
  pulled.server.load(problems(1000));
  await pulled.run(3 * MINUTE);
  assert.equal((await pulled.cached('Condition')).size, 1000);
  await assertConverged(pulled);
});

/** A run of two pages that is interrupted for ten minutes, with a write in between that its server dates back. */
async function interrupted(ceiling: boolean): Promise<Pulling> {
  // The server dates it back by nearly the whole of its two minutes. By less, a pull might find it by chance.
  const server = { random: () => 0.99 };
  const pulled = await pulling(home, { server, ports: { guards: { ...ALL_PULL_GUARDS, ceiling } } });
  await pulled.settle();
  for (const row of problems(210)) {
    pulled.pass(1000);
    pulled.put(row);
  }
  const isBegun = async () => {
    const { run = null } = (await pulled.store.records(SERVER_SOURCE).checkpoint('home', 'Condition')) ?? {};
    return run !== null;
  };
  pulled.pull.poke();
  while (!(await isBegun())) await pulled.pull.step();
  pulled.server.setPersonality({ lateCommitMs: 120_000 });
  pulled.put(condition('late', 'agnes'));
  pulled.server.setPersonality({});
  pulled.pass(10 * MINUTE);
  pulled.put(condition('newest', 'bertha'));
  await pulled.run(5 * MINUTE);
  return pulled;
}

test('L1: what is dated back while a long pull was interrupted is not missed', async () => {
  const pulled = await interrupted(true);
  assert((await pulled.cached('Condition')).has('late'));
  await assertConverged(pulled);
});

test('the test before this one can fail: without the ceiling the row is missed', async () => {
  const pulled = await interrupted(false);
  assert(!(await pulled.cached('Condition')).has('late'));
});

/** A write that its server dates back behind the newest row that a pull has seen. */
async function datedBack(overlap: boolean): Promise<Pulling> {
  const server = { random: () => 0.99 };
  const pulled = await pulling(home, { server, ports: { guards: { ...ALL_PULL_GUARDS, overlap } } });
  await pulled.settle();
  pulled.pass(MINUTE);
  pulled.put(condition('first', 'agnes'));
  await pulled.run(MINUTE, MINUTE / 2);
  pulled.server.setPersonality({ lateCommitMs: 120_000 });
  pulled.put(condition('late', 'agnes'));
  pulled.server.setPersonality({});
  await pulled.run(10 * MINUTE);
  return pulled;
}

test('L1: what is dated back behind the high water is found, because a pull begins before it', async () => {
  const pulled = await datedBack(true);
  assert((await pulled.cached('Condition')).has('late'));
  await assertConverged(pulled);
});

test('the test before this one can fail: without the overlap the row is missed', async () => {
  const pulled = await datedBack(false);
  assert(!(await pulled.cached('Condition')).has('late'));
});

test('13, L1: a write that its server dates two minutes before others see it is not missed', async () => {
  const pulled = await pulling([...home, condition('first', 'agnes')]);
  await pulled.settle();
  pulled.server.setPersonality({ lateCommitMs: 120_000 });
  for (let at = 0; at < 40; at++) {
    pulled.put(condition(`late-${at}`, at % 2 ? 'agnes' : 'bertha'));
    await pulled.run(20_000, 20_000);
  }
  await pulled.run(5 * MINUTE);
  await assertConverged(pulled);
});

test('14, L3: rows that change while pages are read by offset are not skipped', async () => {
  const pulled = await pulling(home, { server: { personality: { paging: 'moves', pageSize: 20 } } });
  await pulled.settle();
  pulled.pass(MINUTE);
  for (const one of problems(100)) {
    pulled.pass(10);
    pulled.put(one);
  }
  let at = 0;
  pulled.between = (request, go) => {
    const answer = go();
    if (/Condition/.test(request.url) && at < 60) {
      pulled.pass(10);
      pulled.put(condition(`c${String(at++).padStart(4, '0')}`, 'agnes', 'changed meanwhile'));
    }
    return answer;
  };
  await pulled.run(10 * MINUTE);
  pulled.between = (_request, go) => go();
  await pulled.run(10 * MINUTE);
  await assertConverged(pulled);
});

test('14, L6: a row that slipped between two pages of a first load is found at once', async () => {
  const pulled = await pulling([...home, ...problems(300)], {
    server: { personality: { paging: 'moves', pageSize: 100 } },
  });
  let isFirst = true;
  pulled.between = (request, go) => {
    const answer = go();
    // A row of the first page is deleted, so that the second page begins one row too late.
    if (isFirst && /Condition\?.*_sort=-_lastUpdated/.test(request.url)) {
      isFirst = false;
      pulled.remove('Condition', 'c0299');
    }
    return answer;
  };
  await pulled.settle();
  await pulled.run(2 * MINUTE);
  await assertConverged(pulled);
});

test('15, L3: a dead link ends nothing: the load goes on from the time of its last row', async () => {
  const pulled = await pulling([...home, ...problems(450)], { server: { personality: { pageSize: 100 } } });
  let died = 0;
  pulled.between = (request, go) => {
    if (!/_lastUpdated|_sort|_id=/.test(request.url) || !/_page|_offset|_getpages|page=/.test(request.url))
      return go();
    return died++ < 1 ? { status: 410, headers: {}, text: '' } : go();
  };
  await pulled.settle();
  await assertConverged(pulled);
});

test('16, L5: under an index that lags nothing is deleted, and all is there after the lag', async () => {
  const pulled = await pulling([...home, ...problems(20)]);
  await pulled.settle();
  pulled.server.setPersonality({ indexLagMs: 120_000, hidesPending: true });
  for (const one of problems(5)) pulled.put({ ...one, code: { text: 'changed' } });
  // A comparison of everything falls into the lag.
  await pulled.settle(await pulled.restart({ now: () => new Date(pulled.now() + 2 * DAY).toISOString() }));
  assert.equal((await pulled.cached('Condition')).size, 20);
  await pulled.run(10 * MINUTE);
  await assertConverged(pulled);
});

test('17, R3: a deletion holds against a stale page, and gives way to a newer version', async () => {
  const pulled = await pulling([...home, ...problems(3)]);
  await pulled.settle();
  const stale = pulled.served('Condition').get('c0001') ?? '';
  pulled.pass(MINUTE);
  pulled.remove('Condition', 'c0001');
  await pulled.settle(await pulled.restart({ now: () => new Date(pulled.now() + 2 * DAY).toISOString() }));
  assert.equal((await pulled.cached('Condition')).has('c0001'), false);
  const epoch = await pulled.store.leadership.current();
  const { id, meta } = JSON.parse(stale) as { id: string; meta: { versionId: string; lastUpdated: string } };
  const late = { type: 'Condition', id, version: meta.versionId, updated: meta.lastUpdated, text: stale };
  await pulled.store.records(SERVER_SOURCE).apply({
    epoch,
    changes: [{ resident: 'agnes', put: [late], deleted: [], kinds: {} }],
    checkpoints: [],
  });
  assert.equal((await pulled.cached('Condition')).has('c0001'), false);
  pulled.pass(MINUTE);
  pulled.put(condition('c0001', 'agnes', 'again'));
  await pulled.settle(await pulled.restart());
  await assertConverged(pulled);
});

test('19, L7: a server that was restored is noticed, compared whole, and lost writes are offered to their author', async () => {
  const lost: string[] = [];
  const ports = {
    onLost: (all: readonly { readonly intent: string }[]) => lost.push(...all.map(({ intent }) => intent)),
  };
  const pulled = await pulling([...home, ...problems(5)], { ports });
  await pulled.settle();
  pulled.pass(DAY / 12);
  const backup = pulled.now();
  pulled.pass(DAY / 12);
  pulled.put(condition('c0001', 'agnes', 'after the backup'), condition('mine', 'agnes', 'what I wrote'));
  pulled.remove('Condition', 'c0002');
  await pulled.run(2 * MINUTE);
  await acceptOwn(pulled, 'mine');
  pulled.server.restore(backup);
  // Version numbers are given again.
  pulled.put(condition('c0003', 'agnes', 'after the restore'));
  await pulled.run(5 * MINUTE);
  await assertConverged(pulled);
  assert.deepEqual(lost, ['intent-mine']);
});

test('33, L6: a record that becomes visible late, with an old time, is found by comparing', async () => {
  const pulled = await pulling([...home, ...problems(3)]);
  pulled.pass(DAY);
  pulled.put(condition('newer', 'agnes'));
  const hidden = 'c0001';
  const hide: Pulling['between'] = (_request, go) => {
    const answer = go();
    if (!answer.text.includes('"searchset"')) return answer;
    const bundle = JSON.parse(answer.text) as { entry?: { resource: { id: string } }[] };
    const entry = (bundle.entry ?? []).filter(({ resource }) => resource.id !== hidden);
    return { ...answer, text: JSON.stringify({ ...bundle, entry }) };
  };
  pulled.between = hide;
  await pulled.settle();
  assert.equal((await pulled.cached('Condition')).has(hidden), false);
  pulled.between = (_request, go) => go();
  await pulled.run(5 * MINUTE);
  assert.equal((await pulled.cached('Condition')).has(hidden), false, 'increments cannot see it');
  await pulled.settle(await pulled.restart({ now: () => new Date(pulled.now() + 2 * DAY).toISOString() }));
  await assertConverged(pulled);
});

test('L1: a label that HAPI changes without a version is seen, because Patients are read in full', async () => {
  const pulled = await pulling(home, { server: { personality: 'hapi' } });
  await pulled.settle();
  const label = { system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' };
  const { status } = pulled.server.request({
    method: 'POST',
    url: 'Patient/agnes/$meta-add',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify({
      resourceType: 'Parameters',
      parameter: [{ name: 'meta', valueMeta: { security: [label] } }],
    }),
  });
  assert.equal(status, 200);
  await pulled.run(16 * MINUTE, 4 * MINUTE);
  assert.match((await pulled.cached('Patient')).get('agnes') ?? '', /"code":"R"/);
});
