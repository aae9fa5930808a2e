import { expect } from '@open-wc/testing';
import type { DeviceStatus } from '@ehch/clinical';
import { openLog, type LogLine } from '@ehch/clinical/diagnostics';
import { connectEngine } from '@ehch/sync/window';
import { spawnEngine } from './spawn-engine.ts';

async function statusOf(make?: () => Worker): Promise<DeviceStatus> {
  const port = spawnEngine(make);
  const { engine, close } = connectEngine(port, null);
  const status = await engine.status(null);
  close();
  return status;
}

it('runs the engine in a worker, and says so', async () => {
  expect((await statusOf()).runsIn).to.equal('worker');
});

it('runs the engine in the page where a worker’s script cannot be loaded, and says so', async () => {
  const lines: LogLine[] = [];
  const close = openLog((line) => lines.push(line));
  const wrong = () => new Worker('/no/such/worker.js', { type: 'module' });
  expect((await statusOf(wrong)).runsIn).to.equal('page');
  close();
  expect(lines).to.deep.include({
    kind: 'caught',
    place: 'sdk/spawn-engine',
    part: null,
    code: 'unreachable',
  });
});

it('runs the engine in the page where the page may start no worker', async () => {
  const refusing = () => {
    throw new DOMException('This policy allows no worker.', 'SecurityError');
  };
  expect((await statusOf(refusing)).runsIn).to.equal('page');
});

it('keeps a call that was made before the worker was there', async () => {
  const port = spawnEngine();
  const { engine, close } = connectEngine(port, null);
  const [one, two] = await Promise.all([engine.status(null), engine.status(null)]);
  expect(one).to.deep.equal(two);
  close();
});
