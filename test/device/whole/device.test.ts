// The device in a real Chromium: it dies at every moment of a day, its leading tab dies a hundred times, and it is frozen.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DeviceBrowser } from '../device-browser.ts';
import { frozenLeader } from '../frozen.ts';
import { killedDay, wholeDay } from '../killed-day.ts';
import { killedLeaders } from '../killed-leaders.ts';
import { openLaboratory, type Laboratory } from '../laboratory.ts';

/** How often the leader of three tabs dies. */
const KILLS = 100;

let laboratory: Laboratory;
let device: DeviceBrowser;

before(async () => {
  laboratory = await openLaboratory();
  device = new DeviceBrowser();
});
after(async () => {
  await device.close();
  laboratory.close();
});

test('I1 I2 I3 I4: after every write of a day and around every request the browser may die', async (t) => {
  const { broken, moments } = await wholeDay(laboratory, device);
  assert.deepEqual(broken, []);
  t.diagnostic(`${moments.length} moments`);
  const failed: string[] = [];
  for (const at of moments.keys()) {
    const how = at % 2 === 0 ? 'renderer' : 'browser';
    const died = await killedDay(laboratory, device, at, how);
    failed.push(...died.broken.map((each) => `${how} at ${at}, ${died.moment}: ${each}`));
  }
  assert.deepEqual(failed, []);
});

test('A1, I1 I7: the leader of three tabs dies a hundred times, and nothing is lost or sent twice', async () => {
  const { broken, leaders, pressed } = await killedLeaders(laboratory, device, KILLS);
  assert.deepEqual(broken, []);
  assert.ok(leaders > KILLS, `${leaders} leaders, ${pressed} presses`);
});

test('A2: a leader that was frozen and keeps its lead sends what another tab wrote when it thaws', async () => {
  const { broken, whileFrozen, after: arrived, terms } = await frozenLeader(laboratory, device, false);
  assert.deepEqual(broken, []);
  assert.deepEqual([whileFrozen, arrived, terms], [0, 1, 1]);
});

test('A2, I7: a leader that was frozen and overtaken sends nothing twice when it thaws', async () => {
  const {
    broken,
    receipt,
    whileFrozen,
    after: arrived,
    terms,
  } = await frozenLeader(laboratory, device, true);
  assert.deepEqual(broken, []);
  assert.equal(receipt, 'saved-on-device');
  assert.deepEqual([whileFrozen, arrived], [0, 1]);
  assert.equal(terms, 2, 'who was overtaken queues again');
});
