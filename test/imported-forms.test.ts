import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readQuestionnaire } from '../packages/fhir/src/questionnaire/index.ts';
import type { FormItem } from '../packages/clinical/src/form/definition.ts';
import type { Browser, Page } from 'puppeteer-core';
import { buildPage } from './bench/build.ts';
import { CONTESTANTS } from './bench/forms/contestants.ts';
import { serve } from './bench/serve.ts';
import './bench/forms/contract.ts';
import { launch } from './walk/browser.ts';

// Questionnaires of other programs, such as MDS 3.0 with its 885 items. They are not part of this repository.
const FOLDER = join(import.meta.dirname, '../../shared/data/questionnaires');
const here = existsSync(FOLDER);

let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;
let page: Page;
const errors: string[] = [];

before(async () => {
  const ours = CONTESTANTS.find(({ id }) => id === 'ours');
  assert.ok(ours);
  server = await serve(new Map([['ours', await buildPage(ours)]]));
  browser = await launch();
  page = await browser.newPage();
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`${server.address}/ours/`);
  await page.waitForFunction(() => window.bench !== undefined);
});
after(async () => {
  await browser.close();
  server.close();
});

test('the scorer renders every readable Questionnaire of another program, with each question that it asks at the start', async (t) => {
  if (!here) return t.skip('the shared questionnaires are not on this machine');
  const drawn: string[] = [];
  let questions = 0;
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.json'))) {
    const json: unknown = JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
    const { form } = readQuestionnaire(json);
    if (form === null) continue;
    const keys = await draw(json);
    // A question without a condition, outside rows, is asked before anybody answers anything.
    const asked = askedAtOnce(form.items);
    for (const id of asked) assert.ok(keys.includes(id), `${file}: ${id}`);
    questions += asked.length;
    drawn.push(file);
  }
  assert.equal(drawn.length, 57);
  assert.equal(questions, 864);
  assert.deepEqual(errors, []);
});

/** The keys of the items on the page. */
async function draw(questionnaire: unknown): Promise<readonly string[]> {
  return page.evaluate(async (json) => {
    window.bench.mount(json);
    const scorer = document.querySelector('ehch-frailty-scorer');
    const items = () => [...(scorer?.renderRoot.querySelectorAll<HTMLElement>('.item[data-key]') ?? [])];
    // The form opens once the scorer knows that no draft was kept.
    for (let n = 0; n < 100 && items().length === 0; n++) await new Promise(requestAnimationFrame);
    const keys = items().map((item) => item.dataset['key'] ?? '');
    window.bench.unmount();
    return keys;
  }, questionnaire);
}

function askedAtOnce(items: readonly FormItem[]): readonly string[] {
  return items.flatMap((item) => {
    if (item.when !== undefined || item.hidden === true) return [];
    if (item.type === 'group') return item.repeats === true ? [] : askedAtOnce(item.items);
    return item.type === 'display' ? [] : [item.id];
  });
}
