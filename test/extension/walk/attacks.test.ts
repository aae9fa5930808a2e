// Attacks on the extension as built, in a real Chromium: who frames its pages, what a page's script could store or
// read, and what is on the disk afterwards. `docs/attack-tests.md` says which attack each test is about.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Frame, Page } from 'puppeteer-core';
import { choose, openChromium, record, shows } from './chromium.ts';
import { ASHWORTH, pause, setStage, until, type Stage } from './stage.ts';

/** A substance that stands in her record alone: in no page of a host and in no program. */
const ONLY_IN_RECORD = 'Quillbark resin';

const built = mkdtempSync(join(tmpdir(), 'ehch-attacks-'));
let stage: Stage;
let walk: Awaited<ReturnType<typeof openChromium>>;
before(async () => {
  stage = await setStage();
  await plant();
  walk = await openChromium('chrome-demo', stage, built);
});
after(async () => {
  await walk?.browser.close();
  await stage?.close();
  rmSync(built, { recursive: true, force: true });
});

async function plant(): Promise<void> {
  const base = stage.demo.fhirBaseUrl.replace('fhir.localhost', 'localhost');
  const found = await fetch(`${base}/Patient?identifier=${ASHWORTH.number.replaceAll(' ', '')}`);
  const { entry } = (await found.json()) as { entry: { resource: { id: string } }[] };
  const allergy = {
    resourceType: 'AllergyIntolerance',
    id: 'only-in-record',
    clinicalStatus: { coding: [{ code: 'active' }] },
    patient: { reference: `Patient/${entry[0]?.resource.id}` },
    code: { text: ONLY_IN_RECORD },
  };
  const answer = await fetch(`${base}/AllergyIntolerance/only-in-record`, {
    method: 'PUT',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify(allergy),
  });
  assert.ok(answer.ok);
}

test('T2: a page that frames or opens the extension’s pages by their address gets none of them', async () => {
  const page = await walk.browser.newPage();
  await page.goto(stage.gp);
  for (const file of ['side.html', 'render.html', 'side.js', 'manifest.json']) {
    const url = `chrome-extension://${walk.id}/${file}`;
    const got = await page.evaluate(async (address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.append(frame);
      const opened = window.open(address);
      const fetched = await fetch(address).then(
        () => true,
        () => false,
      );
      return { fetched, hasWindow: opened !== null };
    }, url);
    assert.equal(got.fetched, false, file);
  }
  await pause(500);
  // The browser names the address all the same, and shows its own page about a refusal there.
  const htmlOf = (each: Frame | Page) =>
    each.evaluate(() => document.documentElement.outerHTML).catch(() => 'not even a document');
  for (const frame of page.frames().slice(1))
    assert.doesNotMatch(await htmlOf(frame), /src="(?:side|render)\.js"|lang="en-GB"/);
  const opened = walk.browser.targets().filter((target) => target.opener() === page.target());
  for (const target of opened) {
    const its = await target.page();
    if (its === null) continue;
    assert.doesNotMatch(await htmlOf(its), /src="(?:side|render)\.js"|lang="en-GB"/);
    await its.close();
  }
  await page.close();
});

test('T11: the content script’s own context reads no storage of the extension, also after a session', async () => {
  const page = await walk.browser.newPage();
  const session = await page.createCDPSession();
  const contexts: { readonly id: number; readonly origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
  await session.send('Runtime.enable');
  await page.goto(stage.gp);
  await page.waitForSelector('#patients button');
  await choose(page, ASHWORTH);
  await shows(walk.side, ASHWORTH);
  const own = await until('its context', async () =>
    contexts.findLast(({ origin }) => origin === `chrome-extension://${walk.id}`),
  );
  const { result } = await session.send('Runtime.evaluate', {
    contextId: own.id,
    awaitPromise: true,
    returnByValue: true,
    expression: `Promise.all(['local', 'session'].map(async (area) => {
      try { return [area, JSON.stringify(await chrome.storage[area].get(null))]; } catch (error) { return [area, error.message]; }
    }))`,
  });
  const refusal = 'Access to storage is not allowed from this context.';
  assert.deepEqual(result.value, [
    ['local', refusal],
    ['session', refusal],
  ]);
  await page.close();
});

test('T26: after a session nothing that stands in the record alone is in any file of the profile', async () => {
  const page = await walk.browser.newPage();
  await page.goto(stage.gp);
  await page.waitForSelector('#patients button');
  await choose(page, ASHWORTH);
  await shows(walk.side, ASHWORTH);
  assert.match(await record(walk.side), new RegExp(ONLY_IN_RECORD));
  await (await walk.vault()).close();
  await page.close();
  // Chromium writes what it keeps within seconds.
  await pause(3000);
  const folder = walk.browser
    .process()
    ?.spawnargs.find((each) => each.startsWith('--user-data-dir='))
    ?.slice('--user-data-dir='.length);
  assert.ok(folder);
  assert.deepEqual(filesWith(folder, ONLY_IN_RECORD), []);
  assert.ok(filesWith(folder, 'gp.localhost').length > 0, 'the search finds what is there');
});

/** The files that hold a text, as UTF-8, as UTF-16 or in base64. */
function filesWith(folder: string, text: string): readonly string[] {
  const forms = [Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(btoa(text).replace(/=+$/, ''))];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => {
      try {
        const bytes = readFileSync(path);
        return forms.some((form) => bytes.includes(form));
      } catch (error) {
        // The browser removed it meanwhile. A file that cannot be read for another reason was not searched.
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
        throw error;
      }
    });
}
