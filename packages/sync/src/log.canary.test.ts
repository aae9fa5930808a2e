import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openLog, type LogLine } from '@ehch/clinical/diagnostics';
import { startDevServer, type DevServer } from '@ehch/dev-server';
import { configuration, connectedEngine, NOW } from '../test/connected-engine.ts';
import { twoResidents } from '../test/two-residents.ts';

/** All that could identify a person in the records: every text but FHIR's own codes. */
const identifying = [
  ...new Set(
    twoResidents.flatMap((resource) => [
      resource.id ?? '',
      ...(JSON.stringify(resource).match(/"(?:family|text|value|birthDate|display)":"([^"]+)"/g) ?? []).map(
        (match) => match.split(':"')[1]?.slice(0, -1) ?? '',
      ),
    ]),
  ),
].filter((words) => words.length > 2);

/** The log of an engine that opens every resident while the server behaves as `faults` say. */
async function logWhile(server: DevServer, fault: string | null): Promise<readonly LogLine[]> {
  const lines: LogLine[] = [];
  const close = openLog((line) => lines.push(line));
  server.setFaults(fault === null ? [] : [{ fault }]);
  const { engine, lose } = await connectedEngine(
    configuration(server.url, { deadlineMs: fault === 'hang' ? 400 : 120_000 }),
  );
  await engine.refreshResident({ resident: 'agnes', section: null, now: NOW });
  await engine.openResident({ resident: 'agnes', now: NOW });
  await engine.listResidents({ now: NOW }).catch(() => null);
  lose();
  close();
  return lines;
}

test('no line of the log holds anything of a record, however a server answers', async () => {
  assert.ok(
    identifying.some((words) => words === 'Agnes' || words.includes('penicillin') || /\d/.test(words)),
  );
  const server = await startDevServer({ resources: twoResidents, allowFaults: true });
  try {
    for (const fault of [null, 'status:500', 'status:401', 'malformed-json', 'truncated-body', 'hang']) {
      const lines = await logWhile(server, fault);
      assert.ok(lines.length > 10, String(fault));
      const words = JSON.stringify(lines);
      for (const canary of [...identifying, server.url])
        assert.ok(!words.includes(canary), `${String(fault)}: the log holds ${canary}`);
    }
  } finally {
    await server.close();
  }
});

test('each kind of resource has a line with its duration and outcome', async () => {
  const server = await startDevServer({ resources: twoResidents, allowFaults: true });
  try {
    const asked = (await logWhile(server, null)).filter(({ place }) => place === 'sync/ask');
    const allergies = asked.find(({ part }) => part === 'AllergyIntolerance');
    assert.ok(allergies?.kind === 'timed' && allergies.outcome === 'ok' && Number.isInteger(allergies.ms));
    const refused = (await logWhile(server, 'status:500')).filter(({ place }) => place === 'sync/ask');
    assert.ok(refused.length > 10);
    assert.ok(refused.every((line) => line.kind === 'timed' && line.outcome !== 'ok'));
  } finally {
    await server.close();
  }
});
