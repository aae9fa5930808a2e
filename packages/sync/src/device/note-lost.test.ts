import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NURSE } from '../actions/actions.fixtures.ts';
import { createDeviceEngine } from './device-engine.ts';
import { storesWith } from './stores.fixtures.ts';

test('what was lost is counted until a person was told of all of it (store SPEC K7)', async () => {
  let lost = 2;
  const engine = createDeviceEngine({
    connect: () => ({ request: () => Promise.reject(new Error('No server.')) }),
    onChange: () => undefined,
    stores: storesWith((opened) => ({
      ...opened,
      lost: async () => lost,
      forgetLost: async () => {
        lost = 0;
      },
    })),
  });
  await engine.configure({
    fhirBaseUrl: 'https://record.test/fhir',
    network: { by: 'engine', token: false },
    sourceLabel: 'test',
    place: null,
    deadlineMs: 2000,
    user: NURSE,
  });
  await engine.noteLost({ shown: 1 });
  assert.equal((await engine.status(null)).lost, 2, 'one of them nobody has seen');
  await engine.noteLost({ shown: 2 });
  assert.equal((await engine.status(null)).lost, 0);
  await engine.close();
});
