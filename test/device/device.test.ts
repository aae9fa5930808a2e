// The device in a real Chromium: it dies, and runs out of room. `npm run test:full` tries every moment of the day, several
// tabs, and frozen ones.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { closedStorage } from './closed-storage.ts';
import { DeviceBrowser } from './device-browser.ts';
import { killedDay } from './killed-day.ts';
import { openLaboratory, type Laboratory } from './laboratory.ts';
import { smallQuota } from './small-quota.ts';

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

test('I1 I2 I3 I4: a browser that dies while it sends goes on by itself, and the day comes out the same', async () => {
  // About where the first assessment is sent.
  const { broken, moment } = await killedDay(laboratory, device, 90, 'browser');
  assert.deepEqual(broken, [], moment);
});

test('D4: with a small quota copies go, work never does, and what cannot be kept stays in front of the person', async () => {
  const { copies, receipts, waiting, words, status, stillWaiting } = await smallQuota(laboratory, device);
  assert.ok(copies.includes('long-4') && !copies.includes('long-1'), copies.join());
  assert.deepEqual(receipts, Array<string>(3).fill('saved-on-device'));
  assert.equal(waiting, 3);
  assert.match(words, /NOT SIGNED\./);
  assert.match(words, /Not finished: this device could not keep it ?\. Everything is still here\./);
  assert.match(status, /This device is full/);
  assert.equal(stillWaiting, 3);
});

test('D9: what the browser closes under an open page goes on, and what is erased under it is said', async () => {
  const { receipts, closed, arrived, erased, words, after } = await closedStorage(laboratory, device);
  assert.deepEqual(receipts, Array<string>(3).fill('saved-on-device'));
  assert.deepEqual([closed?.unsent.total, closed?.lost, closed?.lock], [2, 0, 'unlocked']);
  assert.equal(arrived, 2, 'each arrived, and none of them twice');
  assert.deepEqual([erased?.lost, erased?.lock], [1, 'locked']);
  assert.match(words, /erased while it was open.*Lost, when last counted: 1 piece of work\./);
  assert.equal(after, 'saved-on-device');
});
