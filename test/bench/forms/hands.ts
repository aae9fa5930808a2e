// A person's presses and keys, through the browser's own input, so that events are trusted and carry their own start.
import type { CDPSession, Page } from 'puppeteer-core';
import './contract.ts';
import { NoSample } from '../no-sample.ts';
import type { Press } from './plan.ts';
import './probe.ts';

/** A trusted click, like that of a mouse. It sends both halves at once, so that no time of the driver lies between them. */
export async function press(
  page: Page,
  client: CDPSession,
  { question, option, total, expected }: Press,
  limit: number,
): Promise<{ total: number; grand: number }> {
  const at = await page.evaluate(
    async (linkId, place) => {
      const radio = window.bench.radio(linkId, place);
      radio?.scrollIntoView({ block: 'center', behavior: 'instant' });
      await window.probe.settled();
      const box = radio?.getBoundingClientRect();
      return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
    },
    question,
    option,
  );
  if (at === null) throw new NoSample(`there is no radio for ${question}`);
  await page.mouse.move(at.x, at.y);
  await page.evaluate(
    async (totals, most) => {
      await window.probe.settled();
      window.probe.arm(totals, most);
    },
    [
      [total, expected.total],
      ['grand', expected.grand],
    ] as const,
    limit,
  );
  const mouse = { ...at, button: 'left', clickCount: 1 } as const;
  await Promise.all([
    client.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...mouse }),
    client.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...mouse }),
  ]);
  const [own, grand] = await page.evaluate(() => window.probe.pressed());
  if (own === undefined || own === null || grand === undefined || grand === null) {
    const painted = await page.evaluate((id) => [window.bench.total(id), window.bench.total('grand')], total);
    throw new NoSample(
      `after ${question} it paints ${painted.join(' and ')} where ${expected.total} and ${expected.grand} is right`,
    );
  }
  return { total: own, grand };
}

/** Types a number into the field of a question. */
export async function type(page: Page, question: string): Promise<void> {
  const there = await page.evaluate((linkId) => {
    const field = window.bench.decimal(linkId);
    field?.scrollIntoView({ block: 'center', behavior: 'instant' });
    field?.focus();
    return field !== null;
  }, question);
  if (!there) throw new NoSample(`there is no field for ${question}`);
  await page.evaluate(() => window.probe.settled());
  await page.keyboard.type('12.5', { delay: 60 });
}
