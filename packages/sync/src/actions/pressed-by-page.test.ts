import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CareIntent } from '@ehch/clinical';
import type { ThreadEntry } from '@ehch/clinical/thread';
import { PRESS as ID } from './actions.fixtures.ts';
import { pressedByPage } from './pressed-by-page.ts';

const HOUR_MS = 3_600_000;
const PRESS = '2026-11-21T10:00:00.000Z';

function press(clockOffsetMs: number | null): CareIntent {
  const entry: ThreadEntry = {
    id: ID,
    thread: ID,
    about: { kind: 'resident', resident: 'one' },
    by: { name: 'Sam Okafor', role: 'nurse', side: 'home' },
    pressedAt: PRESS,
    clockOffsetMs,
    receivedAt: null,
    after: null,
    act: { kind: 'take' },
  };
  return {
    id: ID,
    resident: 'one',
    pressedAt: PRESS,
    what: { kind: 'thread-entry', matter: 'worry', entry },
  };
}

/** A press by the page's clock, handed over at that moment. */
function offsetOf(device: string, serverOffsetMs: number | null, known: number | null = null) {
  const { what } = pressedByPage(press(known), { page: PRESS, device: Date.parse(device), serverOffsetMs });
  return what.kind === 'thread-entry' ? what.entry.clockOffsetMs : undefined;
}

test('with one clock the writer says the difference of the device', () => {
  assert.equal(offsetOf('2026-11-21T10:00:02.000Z', HOUR_MS), null);
});

test('a page whose clock is nine days behind the device is on the server’s time with a server of its own day', () => {
  // The server stands in the page's day, nine days behind this device.
  assert.equal(offsetOf('2026-11-30T10:00:00.000Z', -216 * HOUR_MS), 0);
  // The server stands in the device's day.
  assert.equal(offsetOf('2026-11-30T10:00:00.000Z', 0), 216 * HOUR_MS);
});

test('what the page says itself, or nobody knows, stays', () => {
  assert.equal(offsetOf('2026-11-30T10:00:00.000Z', HOUR_MS, 5), 5);
  assert.equal(offsetOf('2026-11-30T10:00:00.000Z', null), null);
});
