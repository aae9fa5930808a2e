import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openMemoryStore } from '@ehch/store';
import { createEngine } from '../engine.ts';
import { configuration } from '../../test/connected-engine.ts';

const SINCE = '2026-11-20T08:00:00Z';

function look(id: string, resident: string) {
  return {
    resourceType: 'AuditEvent',
    id,
    recorded: '2026-11-20T09:06:00Z',
    subtype: [{ system: 'https://ehch-kit.example/CodeSystem/local', code: 'audit/view' }],
    agent: [
      { who: { display: 'Dr Asha Rao' } },
      { who: { display: 'EHCH Kit, desk' } },
      { who: { display: 'Hollin Surgery' } },
    ],
    entity: [{ what: { reference: `Patient/${resident}` } }],
  };
}

/** An engine whose server answers so. */
async function engineOf(status: number, entries: readonly unknown[] = [], next: string | null = null) {
  const asked: string[] = [];
  const engine = createEngine({
    store: openMemoryStore({ server: { id: 'server', keep: 'session' } }),
    connect: () => ({
      request: async ({ url }) => {
        asked.push(url);
        const link = next === null || asked.length > 1 ? [] : [{ relation: 'next', url: next }];
        const entry = entries.map((resource) => ({ resource }));
        return {
          status: asked.length > 1 ? 503 : status,
          headers: {},
          text: JSON.stringify({ resourceType: 'Bundle', type: 'searchset', link, entry }),
        };
      },
    }),
    onChange: () => undefined,
  });
  await engine.configure(configuration('https://record.test/fhir'));
  return { engine, asked };
}

test('who looked comes from the audit of one resident since a moment, and nobody else’s look with it', async () => {
  const { engine, asked } = await engineOf(200, [look('a', 'agnes'), look('b', 'joan')]);
  const { looks, isWhole } = await engine.lookedAt({ resident: 'agnes', since: SINCE });
  assert.deepEqual(looks, [
    { at: '2026-11-20T09:06:00Z', name: 'Dr Asha Rao', organisation: 'Hollin Surgery' },
  ]);
  assert.equal(isWhole, true);
  assert.deepEqual(asked, [
    `https://record.test/fhir/AuditEvent?patient=Patient%2Fagnes&date=${encodeURIComponent(`ge${SINCE}`)}&_count=200`,
  ]);
});

test('an audit that was refused, failed or was read in part is never “nobody”', async () => {
  for (const [status, code] of [
    [403, 'forbidden'],
    [500, 'server'],
  ] as const) {
    const { engine } = await engineOf(status);
    await assert.rejects(engine.lookedAt({ resident: 'agnes', since: SINCE }), (error: { code?: string }) => {
      if (status === 403) assert.equal(error.code, code);
      return typeof error.code === 'string';
    });
  }
  const half = await engineOf(200, [look('a', 'agnes')], 'https://record.test/fhir/AuditEvent?page=2');
  const { looks, isWhole } = await half.engine.lookedAt({ resident: 'agnes', since: SINCE });
  assert.deepEqual([looks.length, isWhole], [1, false]);
});
