import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EhchError } from '@ehch/clinical';
import { home, MINUTE, pulling } from '../../test/pulling.ts';

test('L10: a list of a home that could not be read is asked for again after the pause of a failure, and the load begins', async () => {
  const pulled = await pulling(home);
  pulled.between = () => {
    throw new EhchError('unreachable', 'No network.');
  };
  assert.equal((await pulled.pull.step()).state, 'failed');
  pulled.between = (_request, go) => go();
  assert.ok(
    pulled.pull.nextAt() - pulled.now() < MINUTE,
    'a load that never began waits for no quarter of an hour',
  );
  await pulled.run(MINUTE);
  assert.deepEqual(await pulled.cached('Patient'), pulled.served('Patient'));
});
