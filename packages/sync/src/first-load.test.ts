import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ResidentView } from '@ehch/clinical';
import { openMemoryStore } from '@ehch/store';
import { configuration, NOW, settled } from '../test/connected-engine.ts';
import { createEngine, type ReadingSurface } from './engine.ts';
import { queries } from './steps/queries.ts';

/** An answer for each kind, all available at once. */
function answerTo(url: string): string {
  if (url.endsWith('/Patient/agnes')) return JSON.stringify({ resourceType: 'Patient', id: 'agnes' });
  return JSON.stringify({ resourceType: 'Bundle', type: 'searchset', entry: [] });
}

test('a first load with answers close together reads the record a few times, and not once for each answer', async () => {
  let requests = 0;
  /** Each reading of the record writes one of these, however many callers share it. */
  const readings = new Set<ResidentView>();
  await new Promise<void>((done) => {
    // As a window does: it looks when it opens, and at every note.
    const look = async (): Promise<void> => {
      const opened = await engine.openResident({ resident: 'agnes', now: NOW });
      readings.add(opened.view);
      if (settled(opened.view)) done();
    };
    const engine: ReadingSurface = createEngine({
      store: openMemoryStore(),
      connect: () => ({
        request: async ({ url }) => {
          requests += 1;
          return { status: 200, headers: {}, text: answerTo(url) };
        },
      }),
      onChange: () => void look(),
    });
    void engine.configure(configuration('https://record.test/fhir')).then(look);
  });
  assert.ok(requests >= queries('agnes').length);
  assert.ok(readings.size <= 3, `${readings.size} readings`);
});
