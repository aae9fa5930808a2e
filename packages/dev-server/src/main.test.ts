import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';

const MAIN = join(import.meta.dirname, 'main.ts');

function start(...args: string[]): ChildProcess {
  return spawn(process.execPath, ['--conditions=@ehch/source', MAIN, '--port', '0', ...args], {
    stdio: 'pipe',
  });
}

async function ready(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout ?? process.stdin })) {
    const url = /^ready (http:\/\/127\.0\.0\.1:\d+\/fhir)$/.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error('It ended before it was ready.');
}

async function stop(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const [code] = (await ended) as [number | null];
  return code;
}

test('the server says when it is ready, serves the sample home’s roster, and ends cleanly on SIGTERM', async () => {
  const child = start();
  const url = await ready(child);
  const answer = await (await fetch(`${url}/Group?_summary=count`)).json();
  assert.equal((answer as { total: number }).total, 1);
  assert.equal(await stop(child), 0);
});

test('a database file keeps data and history over a restart, and is not filled twice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ehch-db-'));
  const file = join(folder, 'home.sqlite');
  let child = start('--db', file);
  let url = await ready(child);
  const json = JSON.stringify({ resourceType: 'Patient', id: 'kept' });
  await fetch(`${url}/Patient/kept`, {
    method: 'PUT',
    body: json,
    headers: { 'Content-Type': 'application/fhir+json' },
  });
  assert.equal(await stop(child), 0);
  child = start('--db', file);
  url = await ready(child);
  const history = (await (await fetch(`${url}/Patient/kept/_history`)).json()) as { entry: unknown[] };
  const group = (await (await fetch(`${url}/Group/_history`)).json()) as { entry: unknown[] };
  assert.deepEqual([history.entry.length, group.entry.length], [1, 1]);
  assert.equal(await stop(child), 0);
  rmSync(folder, { recursive: true });
});

test('a wrong option ends with a message and status 1', async () => {
  const child = start('--shoe', '44');
  const [code] = (await once(child, 'exit')) as [number];
  assert.equal(code, 1);
});
