import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PERSONALITIES } from '@ehch/dev-server';
import { SERVER_SOURCE } from '@ehch/store';
import { condition, home, MINUTE, pulling, type Pulling } from '../../test/pulling.ts';
import { ALL_PULL_GUARDS, type PullGuards } from './guards.ts';

/** More than two pages, written by one transaction of another system. */
const ROWS = 450;
const idAt = (at: number) => `c${String(at).padStart(4, '0')}`;
const rows = Array.from({ length: ROWS }, (_, at) => condition(idAt(at), 'agnes'));

const checkpointOf = ({ store }: Pulling) => store.records(SERVER_SOURCE).checkpoint('home', 'Condition');

/** What the cache lacks, or has in another version. */
async function missed(pulled: Pulling): Promise<readonly string[]> {
  const cached = await pulled.cached('Condition');
  return [...pulled.served('Condition')].flatMap(([id, text]) => (cached.get(id) === text ? [] : [id]));
}

/** An import of one instant that has not been pulled yet. */
async function imported(
  personality: string,
  guards: Partial<PullGuards> = {},
): Promise<Pulling & { at: number }> {
  const pulled = await pulling(home, {
    server: { personality, random: () => 0.5 },
    ports: { guards: { ...ALL_PULL_GUARDS, ...guards } },
  });
  await pulled.settle();
  pulled.pass(MINUTE);
  const at = pulled.now();
  pulled.server.load(rows);
  return Object.assign(pulled, { at });
}

/** Rows of the instant are written anew while its pages are read: they leave it, and others move over a border of pages. */
function disturb(pulled: Pulling, times: number): { changed: number } {
  const count = { changed: 0 };
  pulled.between = (request, go) => {
    const answer = go();
    const isFirstPage = /\/Condition(\?|\/_search)/.test(request.url) && !/page|offset/i.test(request.url);
    if (count.changed < times && isFirstPage && answer.text.includes(`"${idAt(count.changed)}"`)) {
      pulled.pass(10);
      pulled.put(condition(idAt(count.changed++), 'agnes', 'written anew'));
    }
    return answer;
  };
  return count;
}

/** One pull of an import of which three rows are written anew meanwhile. */
async function pulledOnce(personality: string, guards: Partial<PullGuards> = {}): Promise<Pulling> {
  const pulled = await imported(personality, guards);
  const count = disturb(pulled, 3);
  pulled.pass(2 * MINUTE);
  await pulled.settle();
  assert.ok(count.changed >= 2, 'the import was disturbed');
  return pulled;
}

for (const personality of Object.keys(PERSONALITIES))
  test(`L3, I4: no row of one instant is skipped while others of it are written anew, on "${personality}"`, async () => {
    assert.deepEqual(await missed(await pulledOnce(personality)), []);
  });

test('the tests before this one can fail: an instant that is read once lacks a row where pages move', async () => {
  const pulled = await pulledOnce('offset-paging', { repeatsInstants: false });
  assert.deepEqual(await missed(pulled), [idAt(201)]);
});

test('L3, L6: an instant that never comes to rest is left after some readings, and compared whole', async () => {
  const pulled = await imported('offset-paging');
  const count = disturb(pulled, 30);
  const before = pulled.asked.length;
  pulled.pass(2 * MINUTE);
  await pulled.settle();
  assert.ok(count.changed > 5);
  assert.ok(pulled.asked.slice(before).some((one) => /Condition\?.*_elements=id,meta/.test(one)));
  await pulled.run(10 * MINUTE);
  assert.deepEqual(await missed(pulled), []);
});

test('L1: an import of several pages does not hold the high water, and is not read for ever', async () => {
  const pulled = await imported('');
  await pulled.run(10 * MINUTE);
  pulled.put(condition('later', 'bertha'));
  await pulled.run(10 * MINUTE);
  const asked = pulled.asked.length;
  await pulled.run(10 * MINUTE);
  const conditions = pulled.asked.slice(asked).filter((one) => /Condition\?/.test(one));
  const polls = pulled.asked.slice(asked).filter((one) => /Goal\?/.test(one));
  assert.equal(conditions.length, polls.length, 'one page a poll');
  assert.ok(Date.parse((await checkpointOf(pulled))?.highWater ?? '') > pulled.at);
});
