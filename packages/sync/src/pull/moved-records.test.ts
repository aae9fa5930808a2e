import assert from 'node:assert/strict';
import { test } from 'node:test';
import { condition, DAY, home, MINUTE, pulling, type Pulling } from '../../test/pulling.ts';

const CARL = { resourceType: 'Patient', id: 'carl', name: [{ family: 'Cole' }] };

/** Agnes has a problem that was filed under her by mistake. Somebody then files it under its own resident. */
async function correctedTo(resident: string): Promise<Pulling> {
  const pulled = await pulling([...home, CARL, condition('misfiled', 'agnes')]);
  await pulled.settle();
  pulled.pass(10 * MINUTE);
  // Later rows, so that the row at the high water is another one.
  pulled.put(condition('later', 'agnes'));
  await pulled.run(10 * MINUTE);
  pulled.put(condition('misfiled', resident));
  await pulled.run(2 * DAY, 60 * MINUTE);
  return pulled;
}

// What the server has under another resident leaves the copies of the first one, at the daily comparison at the
// latest. `compare` asks per resident, and not only whether the key is listed at all.
test('a record that was filed under another member no longer stands under the first one (SPEC I4)', async () => {
  const pulled = await correctedTo('bertha');
  assert.deepEqual([...(await pulled.cached('Condition', ['bertha'])).keys()], ['misfiled']);
  assert.deepEqual([...(await pulled.cached('Condition', ['agnes'])).keys()], ['later']);
});

// A read by id that shows another subject is the end of this copy (`forgotten`). It is never put into the record of
// the resident who had it: their key, their purge and their wishes are not those of the other.
test('a record of somebody who is no member is not kept among another resident’s copies (SPEC I4, L5)', async () => {
  const pulled = await correctedTo('carl');
  assert.deepEqual([...(await pulled.cached('Condition', ['agnes'])).keys()], ['later']);
});
