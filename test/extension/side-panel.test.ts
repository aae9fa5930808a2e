// The built side panel and its renderer in a real Chromium. A stand-in plays the vault, within the contract of its
// messages.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Frame, Page } from 'puppeteer-core';
import { isRecordShown } from '../../extension/src/shell/panel-state.ts';
import { buildExtension } from '../../extension/build.ts';
import { launch, troubles } from '../walk/browser.ts';
import { FRONT, openPanel, renderer, REPORT, serveBuild, tell, textOf, told } from './fake-vault.ts';
import { byHand, choose } from './plain-path-states.ts';
import { another, confirm, empty, shown, sideStates } from './side-states.ts';
import { siteLists } from './site-lists.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let browser: Browser;
let url: string;
let uncheckedUrl: string;
const servers: Server[] = [];
const built = mkdtempSync(join(tmpdir(), 'ehch-panel-'));

before(async () => {
  const names = ['chrome-demo', 'chrome-demo-unchecked'] as const;
  const folders = await buildExtension(names, (name) => join(built, name));
  const served = await Promise.all(folders.map(serveBuild));
  servers.push(...served.map(({ server }) => server));
  [url, uncheckedUrl] = served.map((each) => each.url) as [string, string];
  browser = await launch();
});
after(async () => {
  await browser.close();
  for (const server of servers) server.close();
  rmSync(built, { recursive: true, force: true });
});

async function violations(where: Page | Frame): Promise<unknown> {
  await where.evaluate(axe);
  // The name in the shell above the frame is the heading of its content.
  const rules = 'frames' in where ? {} : { 'page-has-heading-one': { enabled: false } };
  return where.evaluate(async (rules) => {
    type Axe = {
      run(options: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
    };
    const found = await (globalThis as typeof globalThis & { axe: Axe }).axe.run({ iframes: false, rules });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  }, rules);
}

for (const [name, { state, says }] of Object.entries(sideStates)) {
  test(`${name}: the panel says so in words, for eyes and screen readers, at 320 px`, async () => {
    const page = await openPanel(browser, url);
    const found = troubles(page);
    await tell(page, state);
    const frame = isRecordShown(state) && state.view !== null ? await renderer(page) : null;
    const text = await page.evaluate(() => document.body.innerText);
    for (const words of says) assert.match(text, words);
    assert.equal(await page.title(), 'EHCH Kit');
    assert.ok((await page.$eval('[role=status]', (status) => status.textContent ?? '')).length > 0);
    assert.equal(
      await page.evaluate(() => document.activeElement === document.body),
      true,
      'focus was taken',
    );
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    assert.deepEqual(found, []);
    assert.deepEqual(await violations(page), []);
    if (frame) assert.deepEqual(await violations(frame), []);
    await page.close();
  });
}

for (const [name, { told: list, says }] of Object.entries(siteLists))
  test(`the list of enabled sites, ${name}: unfolds below a state, in words for everybody, at 320 px`, async () => {
    const page = await openPanel(browser, url);
    await tell(page, sideStates['no-patient']?.state ?? shown);
    await page.evaluate((message) => globalThis.fake.tell(message), list as never);
    await page.evaluate(() => {
      for (const each of document.querySelectorAll('details')) each.open = true;
    });
    const text = await page.$eval('footer', (footer) => footer.innerText);
    for (const words of says) assert.match(text, words);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    assert.deepEqual(await violations(page), []);
    await page.close();
  });

test('a press asks the browser for exactly one site, and tells the vault once a person granted it', async () => {
  const page = await openPanel(browser, url);
  await tell(page, sideStates['not-enabled']?.state ?? shown);
  await page.evaluate(() => (globalThis.fake.grants = false));
  await page.click('.words button');
  assert.deepEqual((await page.evaluate(() => globalThis.fake.sent)).slice(1), []);
  await page.evaluate(() => (globalThis.fake.grants = true));
  await page.click('.words button');
  assert.deepEqual(await page.evaluate(() => globalThis.fake.requested), [
    { origins: ['https://app.careplanner.example/*'] },
    { origins: ['https://app.careplanner.example/*'] },
  ]);
  assert.deepEqual((await page.evaluate(() => globalThis.fake.sent)).slice(1), [
    { kind: 'enable-site', origin: 'https://app.careplanner.example', template: 'care-diary' },
  ]);
  await page.close();
});

test('the panel says when the page in front loads, and stays silent about other tabs', async () => {
  const page = await openPanel(browser, url);
  await page.evaluate((front) => {
    globalThis.fake.loads(front + 1, 'complete');
    globalThis.fake.loads(front);
    globalThis.fake.loads(front, 'loading');
  }, FRONT);
  assert.deepEqual((await page.evaluate(() => globalThis.fake.sent)).slice(1), [{ kind: 'page-loaded' }]);
  await page.close();
});

test('only a shown record has a frame, and doubt shows only the field in doubt', async () => {
  const page = await openPanel(browser, url);
  for (const [name, { state }] of Object.entries(sideStates)) {
    const { text, frames } = await tell(page, state);
    assert.equal(frames, isRecordShown(state) ? 1 : 0, name);
    if (state.kind === 'blocked') assert.doesNotMatch(text, /ASHWORTH|Margaret/, name);
  }
  await page.close();
});

test('the frame renders the record, and has no extension API, no network and no access to its parent', async () => {
  const page = await openPanel(browser, url);
  await tell(page, shown);
  const frame = await renderer(page);
  assert.match(await textOf(frame), /penicillin/);
  const powers = await frame.evaluate(async () => ({
    origin: self.origin,
    browser: 'browser' in globalThis,
    fetched: await fetch('side.html').then(
      () => true,
      () => false,
    ),
    parent: (() => {
      try {
        return parent.document.title;
      } catch {
        // Refused, as the test expects.
        return null;
      }
    })(),
  }));
  assert.deepEqual(powers, { origin: 'null', browser: false, fetched: false, parent: null });
  await page.close();
});

test('a change of person removes the old frame in the same task in which the name changes', async () => {
  const page = await openPanel(browser, url);
  await tell(page, shown);
  const frame = await renderer(page);
  await page.evaluate(() => {
    // The observer receives everything that one task did together.
    new MutationObserver((records) => {
      const gone = records.some(({ removedNodes }) =>
        [...removedNodes].some((node) => node instanceof HTMLIFrameElement),
      );
      const name = document.querySelector('h1')?.textContent ?? '';
      globalThis.fake.mixed.push(`${gone ? 'frame gone' : 'frame stays'}, ${name.trim()}`);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  const { text, frames } = await tell(page, another);
  assert.match(text, /OKAFOR, James/);
  assert.doesNotMatch(text, /ASHWORTH/);
  assert.equal(frames, 1);
  assert.equal(frame.detached, true);
  const [first] = await page.evaluate(() => globalThis.fake.mixed);
  assert.equal(first, 'frame gone, OKAFOR, James (Mr)');
  await page.close();
});

/** Shows one person and then another with nothing known yet. It returns the text on screen below the new name. */
async function leftOver(from: string): Promise<string> {
  const page = await openPanel(browser, from);
  await tell(page, shown);
  await renderer(page);
  await tell(page, another);
  const texts = await Promise.all(
    page
      .frames()
      .filter((each) => each.url().endsWith('/render.html'))
      // The panel may take a frame away while this reads it. A frame that is gone has left nothing over.
      .map((each) => textOf(each).catch(() => '')),
  );
  await page.close();
  return texts.join(' ');
}

test('nothing of the former person stays below the next one’s name', async () => {
  assert.doesNotMatch(await leftOver(url), /penicillin/);
});

test('without the comparison of contexts it does stay, so the proof above can fail', async () => {
  assert.match(await leftOver(uncheckedUrl), /penicillin/);
});

/** The test's own frame. It receives views that a shell would never send, and returns its text then. */
async function drawnOf(
  from: string,
  ...views: readonly { ctx: string; view: typeof empty }[]
): Promise<string> {
  const page = await openPanel(browser, from);
  const messages = views.map((each) => ({ ...shown, kind: 'show', ...each }));
  await page.evaluate(
    (all: unknown[]) =>
      new Promise<void>((resolve) => {
        const frame = document.createElement('iframe');
        frame.sandbox.add('allow-scripts');
        frame.src = 'render.html';
        const { port1, port2 } = new MessageChannel();
        frame.addEventListener('load', () => {
          frame.contentWindow?.postMessage({ ctx: 'ctx-of-the-frame' }, '*', [port2]);
          for (const message of all) port1.postMessage(message);
        });
        port1.addEventListener('message', () => resolve());
        port1.start();
        document.body.append(frame);
      }),
    messages,
  );
  const frame = page.frames().find((each) => each.url().endsWith('/render.html'));
  const text = frame ? await textOf(frame) : '';
  await page.close();
  return text;
}

test('a renderer renders no view that names another context', async () => {
  const strange = { ctx: 'ctx-a', view: shown.view ?? empty };
  const own = { ctx: 'ctx-of-the-frame', view: empty };
  assert.doesNotMatch(await drawnOf(url, strange, own, strange), /penicillin/);
  assert.match(await drawnOf(uncheckedUrl, strange), /penicillin/, 'without the comparison it would draw it');
});

test('when the vault is lost, the panel blanks at once, says so, asks again, and ignores the former port', async () => {
  const page = await openPanel(browser, url);
  await tell(page, shown);
  await renderer(page);
  const text = await page.evaluate(() => {
    globalThis.fake.lose();
    return document.body.innerText;
  });
  assert.match(text, /The extension's background was stopped\. Starting it again …/);
  assert.doesNotMatch(text, /ASHWORTH/);
  assert.equal(await page.evaluate(() => document.querySelectorAll('iframe').length), 0);
  await page.waitForFunction(() => globalThis.fake.opened === 2);
  await page.evaluate((message) => globalThis.fake.tellLate(message), told(shown) as never);
  assert.doesNotMatch(await page.evaluate(() => document.body.innerText), /ASHWORTH/);
  assert.deepEqual(await page.evaluate(() => globalThis.fake.sent), [
    { kind: 'subscribe', window: 7 },
    { kind: 'subscribe', window: 7 },
  ]);
  assert.equal((await tell(page, shown)).frames, 1);
  await page.close();
});

test('a page that takes its report back blanks the panel at once, and a late state of that report shows nobody', async () => {
  const page = await openPanel(browser, url);
  assert.equal((await tell(page, shown)).frames, 1);
  const takeBack = (report: string) =>
    page.evaluate((each) => {
      globalThis.fake.pageSays({ kind: 'taken-back', report: each });
      return globalThis.fake.left();
    }, report);
  assert.equal((await takeBack('of another page')).frames, 1, 'another page blanks nobody');
  const left = await takeBack(REPORT);
  assert.equal(left.frames, 0);
  assert.match(left.text, /Looking who is on screen …/);
  assert.doesNotMatch(left.text, /ASHWORTH/);
  const late = await tell(page, shown);
  assert.equal(late.frames, 0);
  assert.doesNotMatch(late.text, /ASHWORTH/);
  const anew = await page.evaluate(
    (message) => {
      globalThis.fake.tell(message);
      return document.body.innerText;
    },
    { ...told(shown), reports: ['report-2'] } as never,
  );
  assert.match(anew, /ASHWORTH/);
  await page.close();
});

test('another tab in front blanks the panel before the vault has said anything', async () => {
  const page = await openPanel(browser, url);
  await tell(page, shown);
  const activate = (tab: number, window: number) =>
    page.evaluate(
      (...where) => {
        globalThis.fake.activate(...where);
        return globalThis.fake.left();
      },
      tab,
      window,
    );
  assert.equal((await activate(12, 8)).frames, 1, 'a tab of another window changes nothing here');
  const left = await activate(12, 7);
  assert.equal(left.frames, 0);
  assert.doesNotMatch(left.text, /ASHWORTH/);
  assert.equal((await tell(page, shown)).frames, 0, 'a late state of the former tab shows nobody');
  assert.equal((await activate(FRONT, 7)).frames, 1);
  await page.close();
});

test('a vault that leaves four questions unanswered blanks the panel, which says so and comes back by itself', async () => {
  const page = await openPanel(browser, url);
  await tell(page, shown);
  const asked = (times: number) =>
    page.waitForFunction((most) => globalThis.fake.asked >= most, { polling: 20 }, times);
  const left = () => page.evaluate(() => globalThis.fake.left());
  await asked(12);
  assert.match((await left()).text, /ASHWORTH/, 'a vault that answers blanks nobody');
  await page.evaluate(() => Object.assign(globalThis.fake, { answers: false, asked: 0 }));
  await asked(5);
  const silent = await left();
  assert.match(silent.text, /background is busy/);
  assert.doesNotMatch(silent.text, /ASHWORTH/);
  assert.equal(silent.frames, 0);
  await page.evaluate(() => (globalThis.fake.answers = true));
  await renderer(page);
  await page.close();
});

test('an unexpected message blanks the panel', async () => {
  const { view, ...withoutView } = shown;
  // The message has the right shape outside. Its identity does not.
  const brokenView = {
    ...view,
    sections: { ...view?.sections, identity: { state: 'known', content: { kind: 'recorded', value: {} } } },
  };
  for (const message of [
    null,
    'state',
    {},
    { kind: 'state' },
    { kind: 'state', state: shown },
    { ...told(shown), reports: undefined },
    { ...told(shown), state: { kind: 'shown' } },
    { ...told(shown), state: { ...shown, kind: 'revealed' } },
    { ...told(shown), state: { ...shown, ctx: '' } },
    { ...told(shown), state: { ...shown, warns: ['all-is-well'] } },
    { ...told(shown), state: { ...shown, record: { ...shown.record, nhsNumber: 9990000018 } } },
    { ...told(shown), state: withoutView },
    { ...told(shown), state: { ...another, view: brokenView } },
  ]) {
    const page = await openPanel(browser, url);
    await tell(page, shown);
    const left = await page.evaluate((each) => {
      globalThis.fake.tell(each);
      return { text: document.body.innerText, frames: document.querySelectorAll('iframe').length };
    }, message as never);
    assert.match(left.text, /Nothing is shown: the answer could not be read/);
    assert.doesNotMatch(left.text, /ASHWORTH|OKAFOR/);
    assert.equal(left.frames, 0);
    await page.close();
  }
});

test('a press counts for the question that the person could read, and not for one that has only just appeared', async () => {
  const page = await openPanel(browser, url);
  const press = () =>
    page.evaluate(() => {
      [...document.querySelectorAll('button')]
        .find((each) => each.textContent?.includes('Same person'))
        ?.click();
      return globalThis.fake.sent.slice(1);
    });
  await tell(page, confirm);
  assert.deepEqual(await press(), []);
  // The person reads on, and presses until it counts.
  let sent: unknown[] = [];
  while (sent.length === 0) sent = await press();
  assert.deepEqual(sent, [{ kind: 'confirm-identity', ctx: 'ctx-a' }]);
  await tell(page, { ...confirm, ctx: 'ctx-c' });
  assert.equal((await press()).length, 1);
  await page.close();
});

test('"read the list again" and "try again" reach the vault', async () => {
  const page = await openPanel(browser, url);
  await tell(page, { kind: 'no-patient', roster: { state: 'failed', at: shown.now } });
  await page.click('.roster button');
  const failed = { state: 'failed', error: { code: 'server' }, at: shown.now } as const;
  const view = shown.view;
  assert.ok(view);
  await tell(page, {
    ...shown,
    view: { ...view, sections: { ...view.sections, medicines: failed as never } },
  });
  const frame = await renderer(page);
  await frame.evaluate(() =>
    document
      .querySelector('ehch-resident-summary')
      ?.shadowRoot?.querySelector<HTMLButtonElement>('[data-section=medicines] [data-press=read-again]')
      ?.click(),
  );
  await page.waitForFunction(() => globalThis.fake.sent.length === 3);
  assert.deepEqual((await page.evaluate(() => globalThis.fake.sent)).slice(1), [
    { kind: 'read-roster' },
    { kind: 'retry', ctx: 'ctx-a', section: 'medicines' },
  ]);
  await page.close();
});

test('hostile text in a record stays text', async () => {
  const page = await openPanel(browser, url);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const evil =
    '"><img src="http://sink.localhost/x" onerror="globalThis.pwned=1"><script>globalThis.pwned=1</script>\u202E';
  // Every string of the view, except the words that control it.
  const spoil = (value: unknown, key = ''): unknown =>
    typeof value === 'string'
      ? [
          'text',
          'label',
          'name',
          'family',
          'title',
          'what',
          'detail',
          'substance',
          'sourceLabel',
          'dose',
          'role',
        ].includes(key)
        ? evil + value
        : value
      : Array.isArray(value)
        ? value.map((each) => spoil(each, key))
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, spoil(each, name)]))
          : value;
  await tell(page, {
    ...shown,
    view: spoil(shown.view) as typeof shown.view,
    record: { ...shown.record, name: { family: evil, given: [evil], title: null, text: null } },
    onScreen: { ...shown.onScreen, family: evil },
    warns: ['name-differs'],
  });
  const frame = await renderer(page);
  assert.ok((await textOf(frame)).includes('onerror='));
  // In a name, the direction override would reverse the date of birth.
  assert.equal((await page.evaluate(() => document.body.innerText)).includes('\u202E'), false);
  for (const where of [page, frame])
    assert.deepEqual(
      await where.evaluate(() => [
        'pwned' in globalThis,
        document.querySelectorAll('img, script:not([src])').length,
      ]),
      [false, 0],
    );
  assert.deepEqual(
    requests.filter((each) => !each.startsWith(url)),
    [],
  );
  await page.close();
});

test('a frame that navigates elsewhere is removed, and no empty panel stays in its place', async () => {
  const page = await openPanel(browser, url);
  await tell(page, shown);
  const frame = await renderer(page);
  await frame.evaluate(() => location.reload());
  await page.waitForFunction(() => document.querySelector('iframe') === null);
  assert.match(await page.evaluate(() => document.body.innerText), /The record could not be drawn\./);
  await page.close();
});

/** Roles and names in the order of the accessibility tree, without plain text. */
async function heard(page: Page): Promise<string[]> {
  type Node = { role: string; name?: string; description?: string; children?: Node[] };
  const root = (await page.accessibility.snapshot()) as Node | null;
  const all = (node: Node): string[] => [
    ...(node.role === 'StaticText' ? [] : [`${node.role} ${node.name ?? ''}`.trim()]),
    ...(node.children ?? []).flatMap(all),
  ];
  return root === null ? [] : all(root);
}

test('a screen reader hears each field of the search with its name, and each person with a press of their own', async () => {
  const page = await openPanel(browser, url);
  await tell(page, { kind: 'no-patient', roster: { state: 'unread' } });
  const form = await heard(page);
  for (const each of [
    'heading Find a resident by hand',
    'button Take the copied number',
    'textbox NHS number',
    'textbox Date of birth',
    'button Find',
  ])
    assert.ok(form.includes(each), `${each} in ${form.join(' | ')}`);
  await page.click('summary');
  const opened = await heard(page);
  for (const each of ['textbox CHI number (Scotland)', 'textbox Family name'])
    assert.ok(opened.includes(each), each);
  await tell(page, choose);
  const people = await heard(page);
  for (const each of [
    'heading MARLOWE, Ida Rose (Miss)',
    'button Show MARLOWE, Ida Rose (Miss)',
    'button Show MARLOWE, Ivy (Miss)',
    'button Put away',
  ])
    assert.ok(people.includes(each), `${each} in ${people.join(' | ')}`);
  await tell(page, byHand);
  const chosen = await heard(page);
  assert.ok(chosen.includes('heading ASHWORTH, Margaret Anne (Mrs)'));
  assert.ok(chosen.includes('button Keep ten more minutes'));
  await page.close();
});

test('a number copied to a resident on screen takes two presses and the date of birth, by keyboard alone', async () => {
  const page = await openPanel(browser, url);
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { readText: () => Promise.resolve('999 000 0018') },
    });
  });
  await tell(page, { kind: 'no-patient', roster: { state: 'unread' } });
  await page.focus('[data-press=take-copied]');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => (document.activeElement as HTMLInputElement).name === 'born');
  await page.keyboard.type('14071941');
  await page.keyboard.press('Enter');
  assert.deepEqual(await page.evaluate(() => globalThis.fake.sent.slice(1)), [
    { kind: 'find-by-hand', identifiers: { by: 'nhs-number', number: '9990000018', born: '1941-07-14' } },
  ]);
  await tell(page, byHand);
  assert.equal(
    await page.evaluate(() => document.activeElement?.className),
    'words',
    'the focus stays in the panel',
  );
  await page.close();
});

test('at 200 % text and 320 px every screen of the search fits', async () => {
  const page = await openPanel(browser, url);
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  for (const [name, { state }] of Object.entries(sideStates)) {
    if (!/^(?:by-hand|no-patient|not-enabled)/.test(name)) continue;
    await tell(page, state);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320, name);
  }
  await page.close();
});
