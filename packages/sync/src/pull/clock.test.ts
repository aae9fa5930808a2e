import assert from 'node:assert/strict';
import { test } from 'node:test';
import { condition, DAY, home, MINUTE, pulling, type Pulling } from '../../test/pulling.ts';

const YEAR = 365 * DAY;
const isOfProblems = (url: string) => /\/Condition(\?|\/_search)/.test(url);

async function settled(): Promise<Pulling> {
  const pulled = await pulling([...home, condition('first', 'agnes')]);
  await pulled.settle();
  pulled.pass(MINUTE);
  return pulled;
}

test('(20) after the clock was set back a year, a pull waits no longer than it would have', async () => {
  const pulled = await settled();
  await pulled.settle();
  pulled.server.load([condition('later', 'bertha')]);
  const asked = pulled.asked.length;
  pulled.pass(-YEAR);
  assert.ok(pulled.pull.nextAt() <= pulled.now() + 2 * MINUTE);
  await pulled.watch(20 * MINUTE);
  assert.ok((await pulled.cached('Condition')).has('later'));
  const again = pulled.asked.slice(asked);
  assert.ok(
    again.some((one) => one.startsWith('GET Group')),
    'who lives here is read',
  );
  assert.ok(
    again.some((one) => /Patient\?_id=agnes,bertha&_count=2/.test(one)),
    'and the Patients in full',
  );
});

test('(20) after a failure and a clock that was set back, the pull goes on', async () => {
  const pulled = await settled();
  pulled.between = () => ({ status: 500, headers: {}, text: '' });
  await pulled.watch(20 * MINUTE);
  pulled.between = (_request, go) => go();
  pulled.server.load([condition('later', 'bertha')]);
  pulled.pass(-YEAR);
  await pulled.watch(10 * MINUTE);
  assert.ok((await pulled.cached('Condition')).has('later'));
});

test('(20) P12: a wait that the server asked for is kept in its length when the clock is set back', async () => {
  const pulled = await settled();
  pulled.between = (request, go) =>
    isOfProblems(request.url) ? { status: 429, headers: { 'retry-after': '1800' }, text: '' } : go();
  while ((await pulled.pull.step()).state !== 'failed');
  const asked = pulled.asked.length;
  pulled.pass(-YEAR);
  await pulled.watch(30 * MINUTE);
  assert.equal(pulled.asked.length, asked, 'nothing is asked before');
  await pulled.watch(5 * MINUTE);
  assert.ok(pulled.asked.length > asked);
});

test('(20) the time left of a first load is never less than nothing', async () => {
  const many = Array.from({ length: 450 }, (_, at) => condition(`c${at}`, 'agnes'));
  const pulled = await pulling([...home, ...many]);
  for (let steps = 0; steps < 5; steps++, pulled.pass(1000)) await pulled.pull.step();
  pulled.pass(-YEAR);
  await pulled.pull.step();
  const { leftMs = -1 } = pulled.pull.progress('home') ?? {};
  assert.ok(leftMs === null || (leftMs >= 0 && leftMs < DAY));
});
