import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { launch } from '../../walk/browser.ts';
import { buildPage } from '../build.ts';
import { CONTESTANTS } from './contestants.ts';
import { NoSample } from '../no-sample.ts';
import { takeSample } from './sample.ts';
import { serve } from '../serve.ts';
import { median } from '../statistics.ts';

const floor = CONTESTANTS.find(({ id }) => id === 'floor');
assert(floor);
const DELAY = 200;
const task = { questions: 20, scoring: 'plain', slowdown: 1, cycles: 0 } as const;

describe('what the driver measures', () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serve>>;
  const sampleOf = (query: string, more: { limit?: number } = {}) =>
    takeSample(browser, `${server.address}/floor/${query}`, floor, { ...task, ...more });

  before(async () => {
    server = await serve(new Map([['floor', await buildPage(floor)]]));
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    server.close();
  });

  it('contains every millisecond by which a page delays a form or a press', async () => {
    const held = await sampleOf(`?delay=${DELAY}`);
    const scores = [held.firstScore, ...held.scores];
    assert.equal(scores.length, 7);
    for (const score of [...scores, ...held.grands]) assert(score >= DELAY, `${score} ms`);
    assert(held.render >= DELAY, `${held.render} ms`);
    assert(held.longestTask >= DELAY, `${held.longestTask} ms`);
    assert(held.blocking >= DELAY - 50, `${held.blocking} ms`);
    // The browser rounds these to 8 ms.
    assert(held.clickInp >= DELAY - 8, `${held.clickInp} ms`);
    // No limit on speed. It proves that a page without the planted delay is not reported as if it had one.
    const free = await sampleOf('');
    assert(median(free.scores) < DELAY, `${median(free.scores)} ms`);
    assert(free.elements > 100 && free.heapForm > free.heapLibrary && free.render > 0);
  });

  it('gives no time where the painted total is wrong', async () => {
    await assert.rejects(sampleOf('?wrong', { limit: 1000 }), (error) => {
      assert(error instanceof NoSample);
      assert.match(error.message, /after g0q1 it paints 3 and 3 where 2 and 2 is right/);
      return true;
    });
  });
});
