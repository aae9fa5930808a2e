import type { CDPSession, Page } from 'puppeteer-core';
import { NoSample } from '../no-sample.ts';

/** Bytes in use in the page's JavaScript heap, after garbage collection. */
export async function heap(client: CDPSession): Promise<number> {
  await client.send('HeapProfiler.enable');
  for (let time = 0; time < 3; time++) await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  await client.send('HeapProfiler.disable');
  return usedSize;
}

/**
 * What a form leaves in memory when it is removed. The first cycles do not count. In them the browser's own compiled code
 * grows, which looks like a leak and is none.
 */
export async function leakOf(
  page: Page,
  client: CDPSession,
  render: () => Promise<unknown>,
  cycles: number,
): Promise<number> {
  await page.evaluate(() => window.bench.unmount());
  const heapAfterCycles = async () => {
    for (let cycle = 0; cycle < cycles; cycle++) {
      if ((await render()) === null) throw new NoSample('the form was not drawn again');
      await page.evaluate(() => window.bench.unmount());
    }
    await page.evaluate(() => window.probe.settled());
    return heap(client);
  };
  const before = await heapAfterCycles();
  return ((await heapAfterCycles()) - before) / cycles;
}
