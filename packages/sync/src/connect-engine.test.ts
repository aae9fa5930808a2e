import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectEngine } from './connect-engine.ts';

test(
  'close ends each call that is open as unreachable, and lets none wait for its deadline',
  { timeout: 5000 },
  async () => {
    // A closed port never answers.
    const { engine, close } = connectEngine(
      {
        endpoint: { postMessage() {}, addEventListener() {} },
        lost: new Promise<void>(() => {}),
        close() {},
      },
      null,
    );
    const open = engine.openResident({ resident: 'one', now: '2026-11-21T09:30:00Z' });
    close();
    await assert.rejects(open, { name: 'EhchError', code: 'unreachable' });
    await assert.rejects(engine.openResident({ resident: 'one', now: '2026-11-21T09:30:00Z' }), {
      code: 'unreachable',
    });
  },
);
