import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instruments } from '../../instruments/index.ts';
import type { Instrument } from '../../instrument.ts';
import { isConfirmed } from '../../permission.ts';
import { acknowledgement } from './acknowledgement.ts';

const every: readonly Instrument<never>[] = instruments;
const result = (id: string) => every.flatMap((each) => (each.id === id ? [each.score({} as never)] : []));

for (const { id, title, source, permission } of every) {
  test(`a copy with ${id} in it names whose it is, and whether its owner has agreed`, () => {
    const line = acknowledgement(result(id), every);
    if (source.owner === undefined) assert.equal(line, null);
    else {
      assert.ok(line !== null && line.includes(`${title} (${source.owner}`), id);
      assert.equal(/permission not confirmed/.test(line), !isConfirmed(permission));
    }
  });
}

test('each is named once, and what is not in the copy is not', () => {
  const line = acknowledgement([...result('news2'), ...result('news2'), ...result('bmi')], every);
  assert.equal(line, 'Instruments: NEWS2 (Royal College of Physicians).');
  assert.equal(acknowledgement([], every), null);
});
