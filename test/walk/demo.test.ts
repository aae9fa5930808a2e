// Uses the demo as a new user would: a real server, a real browser, a strict policy.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { build } from 'vite';
import { startDemo, type Demo } from '../../examples/demo.ts';
import { launch, shownText, troubles } from './browser.ts';

const SUMMARY = 'ehch-resident-summary';
/** The host's patients whom the shared record knows. */
const ROWS = '#patients button[data-id]';
const theirs = new URL('../../../shared/data/synthea', import.meta.url).pathname;
let browser: Browser;
let demo: Demo;

before(async () => {
  browser = await launch();
  demo = await startDemo({ port: 0, fhirPort: 0, fhir: { allowFaults: true } });
});
after(async () => {
  await demo.close();
  await browser.close();
});

async function openHost(url = demo.url): Promise<{ page: Page; found: string[] }> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  const found = troubles(page);
  await page.goto(`${url}/gp-record/`);
  await page.waitForSelector('#patients button');
  return { page, found };
}

const choose = (page: Page, at: number) =>
  page.$$eval(ROWS, (buttons, index) => (buttons[index] as HTMLButtonElement).click(), at);
const names = (page: Page) =>
  page.$$eval(ROWS, (buttons) => buttons.map((button) => (button.textContent ?? '').split(' · ')[0] ?? ''));
const family = (name: string) => name.split(',')[0] ?? name;
const settledOn = (page: Page, name: string) =>
  page.waitForFunction(
    (selector, wanted) => {
      const text = document.querySelector(selector)?.shadowRoot?.textContent ?? '';
      return text.includes(wanted) && !/\bLoading\b/i.test(text);
    },
    { timeout: 60_000 },
    SUMMARY,
    name,
  );

test('a person chooses a resident, and the summary stands beside the notes, under a strict policy', async () => {
  const { page, found } = await openHost();
  const all = await names(page);
  assert.ok(all.length >= 30, `${all.length} patients`);
  await choose(page, 0);
  await settledOn(page, family(all[0] ?? ''));
  const text = await shownText(page, SUMMARY);
  assert.match(text, /NHS No\./);
  assert.match(text, /Known allergies|No known allergies|Allergies not recorded/);
  assert.deepEqual(found, []);
  await page.close();
});

test('the summary shows every resident of the sample home, and never another one’s name', async () => {
  const { page, found } = await openHost();
  const all = await names(page);
  for (const [at, name] of all.entries()) {
    await choose(page, at);
    await settledOn(page, family(name));
    const identity = await page.$eval(SUMMARY, (element) => element.shadowRoot?.textContent ?? '');
    assert.ok(identity.includes(family(name)), name);
  }
  assert.deepEqual(found, []);
  await page.close();
});

test('wherever somebody scrolls in the summary, the name stands over the lines of today, which cannot be pressed through it', async () => {
  const { page } = await openHost();
  const all = await names(page);
  await choose(page, 0);
  await settledOn(page, family(all[0] ?? ''));
  const covered = await page.$eval(SUMMARY, (summary) => {
    const root = summary.shadowRoot;
    const lines = [...(root?.querySelectorAll('.glance-line') ?? [])];
    const banner = root?.querySelector('.banner');
    return lines.map((line) => {
      scrollTo(0, scrollY + line.getBoundingClientRect().top - 10);
      const { left = 0, top = 0 } = banner?.getBoundingClientRect() ?? {};
      const at = root?.elementFromPoint(left + 20, Math.max(top, 0) + 14);
      return banner?.contains(at ?? null) === true;
    });
  });
  assert.ok(covered.length > 0 && covered.every(Boolean), covered.join());
  await page.close();
});

test('when the host shows another patient, nothing of the former stays even for that turn', async () => {
  const { page } = await openHost();
  const all = await names(page);
  await choose(page, 0);
  await settledOn(page, family(all[0] ?? ''));
  const left = await page.evaluate(
    (selector, rows, before) => {
      (document.querySelectorAll(rows)[1] as HTMLButtonElement).click();
      // The first frame after the change, before any answer can have come.
      return new Promise<boolean>((resolve) =>
        requestAnimationFrame(() =>
          resolve((document.querySelector(selector)?.shadowRoot?.textContent ?? '').includes(before)),
        ),
      );
    },
    SUMMARY,
    ROWS,
    family(all[0] ?? ''),
  );
  assert.equal(left, false);
  await page.close();
});

test('a patient whom the shared record does not know has no care home context, and not the former patient’s either', async () => {
  const { page, found } = await openHost();
  const all = await names(page);
  await choose(page, 0);
  await settledOn(page, family(all[0] ?? ''));
  const others = await page.$$eval('#patients button:not([data-id])', (buttons) => {
    (buttons[0] as HTMLButtonElement).click();
    return buttons.length;
  });
  assert.equal(others, 3);
  assert.equal(await page.$eval('#context', (aside) => (aside as HTMLElement).hidden), true);
  assert.ok(!(await shownText(page, SUMMARY)).includes(family(all[0] ?? '')));
  assert.deepEqual(found, []);
  await page.close();
});

test('as its vendor ships it, the record system has the same list and none of our elements', async () => {
  const { page, found } = await openHost(demo.url.replace('localhost', 'gp.localhost'));
  assert.equal((await names(page)).length, 30);
  await choose(page, 0);
  assert.match(
    await page.$eval('#banner', (banner) => banner.textContent),
    /[A-Z]{3,}, .*\d{2}-[A-Z][a-z]{2}-\d{4}.*\d{3} \d{3} \d{4}/s,
  );
  assert.equal(
    await page.$$eval('*', (all) => all.filter(({ localName }) => localName.startsWith('ehch-')).length),
    0,
  );
  assert.deepEqual(found, []);
  await page.close();
});

test('the diary shows its list and each resident in frames, without a word in any address', async () => {
  const page = await browser.newPage();
  const found = troubles(page);
  await page.goto(`${demo.url}/care-diary/`);
  const menu = page.frames().find((frame) => frame.name() === 'menu');
  const links = (await menu?.$$('a[target=main]')) ?? [];
  assert.equal(links.length, 32);
  await links[2]?.click();
  await page.waitForFunction(() => window.frames[2]?.document.querySelector('#whois') !== null);
  const main = page.frames().find((frame) => frame.name() === 'main');
  assert.match(main?.url() ?? '', /\/care-diary\/resident\/R2\.htm$/);
  assert.match((await main?.$eval('#whois', (banner) => banner.textContent)) ?? '', /NHS No: 999 000 0018/);
  assert.equal(await main?.evaluate(() => document.compatMode), 'BackCompat');
  assert.deepEqual(found, []);
  await page.close();
});

test('requests go only to the page and its FHIR server, and no address names a resident', async () => {
  const { page } = await openHost();
  const urls: string[] = [];
  page.on('request', (request) => urls.push(decodeURIComponent(request.url())));
  const all = await names(page);
  await choose(page, 2);
  await settledOn(page, family(all[2] ?? ''));
  assert.ok(urls.length > 0);
  for (const url of urls) {
    assert.ok(url.startsWith(demo.url) || url.startsWith(demo.fhirBaseUrl), url);
    assert.ok(!url.toUpperCase().includes(family(all[2] ?? '').toUpperCase()), url);
    assert.doesNotMatch(url, /999\s?\d{3}\s?\d{4}/);
  }
  await page.close();
});

test('when the connection is lost, the content stays on screen, and the summary says that the refresh failed', async () => {
  const { page } = await openHost();
  const all = await names(page);
  await choose(page, 0);
  await settledOn(page, family(all[0] ?? ''));
  demo.setFaults([{ fault: 'lost-request' }]);
  // A home that was pulled a moment ago is not asked by itself.
  await page.$eval(SUMMARY, async (element) => {
    type Provider = Element & { source: { refresh(resident: string | null): Promise<void> } };
    const provider = document.querySelector<Provider>('ehch-provider');
    await provider?.source.refresh((element as Element & { resident: string | null }).resident);
  });
  await page.waitForFunction(
    (selector) =>
      /could not be updated/i.test(document.querySelector(selector)?.shadowRoot?.textContent ?? ''),
    { timeout: 60_000 },
    SUMMARY,
  );
  const text = await shownText(page, SUMMARY);
  assert.match(text, new RegExp(family(all[0] ?? '')));
  assert.doesNotMatch(text, /could not be loaded/);
  demo.setFaults([]);
  await page.close();
});

test('what is lost on the way to the first look could not be loaded, and never reads as none', async () => {
  demo.setFaults([{ fault: 'lost-request', type: 'AllergyIntolerance' }]);
  const { page } = await openHost();
  await choose(page, 0);
  await page.waitForFunction(
    (selector) =>
      /could not be (loaded|read)/i.test(document.querySelector(selector)?.shadowRoot?.textContent ?? ''),
    { timeout: 60_000 },
    SUMMARY,
  );
  const text = await shownText(page, SUMMARY);
  assert.doesNotMatch(text, /No known allergies|Not recorded/);
  demo.setFaults([]);
  await page.close();
});

test(
  'somebody else’s records are shown from a folder',
  { skip: existsSync(theirs) ? false : `no ${theirs}` },
  async () => {
    const other = await startDemo({ port: 0, fhirPort: 0, data: theirs });
    try {
      const { page, found } = await openHost(other.url);
      const all = await names(page);
      assert.ok(all.length >= 26, `${all.length} patients`);
      for (const at of [0, 7, 19]) {
        await choose(page, at);
        await settledOn(page, family(all[at] ?? ''));
        assert.match(await shownText(page, SUMMARY), /Problems/);
      }
      assert.deepEqual(found, []);
      await page.close();
    } finally {
      await other.close();
    }
  },
);

test('one HTML file from disk shows its resident, with one classic script and without a request', async () => {
  await build({ configFile: new URL('../../vite.config.ts', import.meta.url).pathname, mode: 'classic' });
  const page = await browser.newPage();
  const found = troubles(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(new URL('../../examples/from-disk/index.html', import.meta.url).href);
  await settledOn(page, 'MARLOWE');
  const text = await shownText(page, SUMMARY);
  for (const words of [
    /Not for CPR/,
    /Penicillin/i,
    /Clinical Frailty Scale 7/,
    /apixaban/,
    /anticoagulant/,
  ]) {
    assert.match(text, words);
  }
  // The script contains what a page of modules would fetch later.
  await page.evaluate(() => {
    const scorer = document.createElement('ehch-frailty-scorer');
    scorer.setAttribute('assessment', 'news2');
    scorer.setAttribute(
      'resident',
      document.querySelector('ehch-resident-summary')?.getAttribute('resident') ?? '',
    );
    document.querySelector('ehch-provider')?.append(scorer);
  });
  await page.waitForFunction(() =>
    document
      .querySelector('ehch-frailty-scorer')
      ?.shadowRoot?.querySelector('.headline')
      ?.textContent.includes('NEWS2'),
  );
  // A page may load the script twice. Nothing throws, and the components go on working.
  const script = new URL('../../packages/sdk/dist/classic/ehch.classic.js', import.meta.url).href;
  await page.addScriptTag({ url: script });
  await page.evaluate(() => {
    const again = document.createElement('ehch-resident-summary');
    const shown = document.querySelector('ehch-resident-summary');
    again.setAttribute('resident', shown?.getAttribute('resident') ?? '');
    shown?.replaceWith(again);
  });
  await settledOn(page, 'MARLOWE');
  assert.match(await shownText(page, SUMMARY), /Not for CPR/);
  assert.deepEqual(found, []);
  assert.deepEqual(
    asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:')),
    [],
  );
  const globals = await page.evaluate(() => Object.keys(window).filter((name) => /ehch/i.test(name)));
  assert.deepEqual(globals, []);
  await page.close();
});
