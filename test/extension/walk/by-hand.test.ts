// The plain path in a real Chromium: a resident found by hand in the side panel, beside a page, another tab and a lock.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { badge, choose, openChromium, record, shows, words } from './chromium.ts';
import { mixed } from './observe.ts';
import { startOtherSite } from './other-site.ts';
import { ASHWORTH, FARROW, pause, quiet, setStage, until, type Stage } from './stage.ts';

const built = mkdtempSync(join(tmpdir(), 'ehch-by-hand-'));
let stage: Stage;
let walk: Awaited<ReturnType<typeof openChromium>>;

before(async () => {
  stage = await setStage();
  walk = await openChromium('chrome-demo', stage, built);
  // A panel that is not in front draws seldom, and a press waits for a drawing.
  await walk.side.bringToFront();
  await walk.browser
    .defaultBrowserContext()
    .overridePermissions(`chrome-extension://${walk.id}`, ['clipboard-read', 'clipboard-sanitized-write']);
});
after(async () => {
  await walk?.browser.close();
  await stage?.close();
  rmSync(built, { recursive: true, force: true });
});
beforeEach(async () => {
  const former = walk.page;
  walk.page = await walk.browser.newPage();
  await walk.page.goto(stage.gp);
  await former.close();
  await walk.page.waitForSelector('#patients button');
  await until('somebody can be looked for', () =>
    walk.side.evaluate(() => {
      document.querySelector<HTMLElement>('[data-press=put-away], [data-press=go-on]')?.click();
      return document.querySelector('form.find') !== null;
    }),
  );
  await clear();
  await quiet(stage);
  walk.notes.length = 0;
});

/** What a person does in the panel: each press is a real one, at a place of the screen. */
let presses = 0;
async function press(selector: string): Promise<void> {
  presses += 1;
  await walk.side.click(selector);
}
const says = (what: RegExp) =>
  until(`the panel says ${what}`, async () => {
    const text = await words(walk.side);
    return what.test(text) && text;
  });
async function type(name: string, text: string): Promise<void> {
  if (name === 'chi' || name === 'family')
    await walk.side.$eval('details', (details) => (details.open = true));
  await walk.side.type(`[name=${name}]`, text);
}
const clear = () => walk.side.$eval('form', (form) => form.reset());
async function find(typed: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(typed)) await type(name, text);
  await press('[type=submit]');
}
const copy = async (text: string) => {
  await walk.side.bringToFront();
  await walk.side.evaluate((each) => navigator.clipboard.writeText(each), text);
};
const DORIS = { number: '999 000 0018', born: '9 3 1938' };

test('typed: two identifiers, and the resident stands there as chosen by hand, with no mark on the page', async () => {
  const { page, side, vault } = walk;
  await find(DORIS);
  await shows(side, ASHWORTH);
  const text = await words(side);
  assert.match(text, /ASHWORTH, Doris May/);
  assert.match(text, /Chosen by hand at \d\d:\d\d, not read from a screen/);
  assert.match(text, /Stays until \d\d:\d\d without a press/);
  assert.match(await record(side), /Penicillin/i);
  assert.equal(await badge(await vault(), page), '');
  assert.deepEqual(mixed(walk.notes), []);
});

test('beside a page that is not enabled: what was typed outlives a loading page, and nothing of the page is read', async () => {
  const { page, side } = walk;
  const other = await startOtherSite();
  try {
    await page.bringToFront();
    await type('number', DORIS.number);
    await page.goto(other.at('plain'));
    await says(/Not enabled on plain\.localhost/);
    await type('born', DORIS.born);
    await page.reload();
    await pause(500);
    await press('[type=submit]');
    await shows(side, ASHWORTH);
    await page.goto(other.at('plain', '/stranger'));
    await pause(500);
    assert.match(await words(side), /Chosen by hand/);
    await press('[data-press=put-away]');
    assert.match(await says(/was put away/), /Not enabled on plain\.localhost/);
    await page.goto(stage.gp);
    await says(/No patient|Open a patient/);
  } finally {
    other.close();
  }
});

test('pasted: from the copied number to the resident in two presses and the date of birth', async () => {
  await copy('999 000 0018');
  presses = 0;
  await press('[data-press=take-copied]');
  await until('the date is asked for', () =>
    walk.side.evaluate(() => (document.activeElement as HTMLInputElement).name === 'born'),
  );
  await walk.side.keyboard.type('09031938');
  await press('[type=submit]');
  await shows(walk.side, ASHWORTH);
  assert.equal(presses, 2);
  await press('[data-press=put-away]');
  await says(/was put away/);
  assert.equal(await walk.side.$eval('[name=number]', (input) => (input as HTMLInputElement).value), '');
});

test('what was copied is no number: said in words, and nobody is asked about', async () => {
  await copy('Please ring the family');
  await press('[data-press=take-copied]');
  assert.doesNotMatch(await says(/No number was copied/), /ring the family/);
  assert.deepEqual(stage.asked(), []);
});

test('a number of nobody, and a date of another: words, what to check, and no request about a person', async () => {
  await find({ number: '999 000 0891', born: DORIS.born });
  await says(/This number is not on the list/);
  await clear();
  await find({ ...DORIS, born: '9 3 1939' });
  const text = await says(/The date of birth does not agree/);
  assert.doesNotMatch(text, /ASHWORTH|1938/);
  await pause(500);
  assert.deepEqual(
    stage.asked().filter((line) => /Patient\/|Encounter\?patient|Observation/.test(line)),
    [],
  );
});

test('a resident with a CHI number is found under its own label, after a look at who it is', async () => {
  await find({ chi: '310 239 0048', born: '25/01/1939' });
  await says(/Is this the resident\?/);
  await pause(600);
  await press('[data-press=choose]');
  const text = await says(/SUTHERLAND, Morag[^]*Chosen by hand/);
  assert.match(text, /CHI No\. \(Scotland\)\s+310 239 0048/);
  assert.doesNotMatch(text, /NHS No\./);
});

test('a page beside it that shows somebody else: neither is shown, until a person goes on with the page', async () => {
  const { page, side, notes } = walk;
  await find(DORIS);
  await shows(side, ASHWORTH);
  await choose(page, FARROW);
  const text = await says(/The page shows somebody else/);
  assert.doesNotMatch(text, /ASHWORTH|FARROW/);
  assert.equal(await record(side), '');
  await pause(1000);
  assert.doesNotMatch(await words(side), /ASHWORTH|FARROW/);
  await press('[data-press=go-on]');
  await shows(side, FARROW);
  assert.match(await words(side), /As in gp\.localhost/);
  assert.deepEqual(mixed(notes), []);
});

test('a page beside it that shows the same person takes over', async () => {
  const { page, side } = walk;
  await find(DORIS);
  await shows(side, ASHWORTH);
  await choose(page, ASHWORTH);
  await says(/As in gp\.localhost/);
  await shows(side, ASHWORTH);
  assert.doesNotMatch(await words(side), /by hand/);
});

test('another tab with nobody keeps the choice, and one with somebody else does not', async () => {
  const { browser, side } = walk;
  await find(DORIS);
  await shows(side, ASHWORTH);
  const other = await browser.newPage();
  await other.goto('about:blank');
  await shows(side, ASHWORTH);
  await other.goto(stage.gp);
  await other.waitForSelector('#patients button');
  await choose(other, FARROW);
  await says(/The page shows somebody else/);
  await other.close();
  await says(/Put away at \d\d:\d\d, because a page showed somebody else/);
  assert.deepEqual(mixed(walk.notes), []);
});

test('the worker stops: the choice is gone with it', async () => {
  await find(DORIS);
  await shows(walk.side, ASHWORTH);
  await (await walk.vault()).close();
  await says(/No patient read/);
  assert.equal(await record(walk.side), '');
});

test('somebody locks the computer: nothing of anybody is shown, and afterwards the choice is gone', async (t) => {
  await find(DORIS);
  await shows(walk.side, ASHWORTH);
  const locks = await lock('locked');
  if (!locks) return t.skip('this browser lets nobody play a lock');
  assert.doesNotMatch(await says(/^Locked$/m), /ASHWORTH/);
  assert.equal(await record(walk.side), '');
  await lock('active');
  await says(/because the computer was locked/);
});

/** Plays the browser's event, where it lets a test do so. */
async function lock(state: 'locked' | 'active'): Promise<boolean> {
  return (await walk.vault()).evaluate((each) => {
    const { onStateChanged } = chrome.idle;
    onStateChanged.dispatch?.(each);
    return onStateChanged.dispatch !== undefined;
  }, state);
}

test('two residents of one name and date of birth: the room tells them apart, and a person says which', async () => {
  const { fhirBaseUrl } = stage.configuration as { fhirBaseUrl: string };
  // Node resolves no names below localhost.
  const base = fhirBaseUrl.replace('fhir.localhost', '127.0.0.1');
  const [first, second] = await hughes(base);
  await put(base, { ...second, birthDate: first.birthDate });
  try {
    await press('.roster button');
    await quiet(stage);
    await find({ family: 'hughes', born: first.birthDate });
    const text = await says(/2 residents have this name\. Which one\?/);
    assert.equal(text.match(/HUGHES, Margaret/g)?.length, 4, 'a heading and a press for each');
    assert.equal(new Set(text.match(/Room\s+\S+/g)).size, 2);
    assert.equal(await record(walk.side), '');
    await pause(600);
    await press('[data-press=choose]');
    await says(/HUGHES, Margaret[^]*Chosen by hand/);
    await until('the record stands there', async () => /hughes/i.test(await record(walk.side)));
  } finally {
    await put(base, second);
  }
});

interface Person {
  readonly id: string;
  readonly birthDate: string;
}

async function hughes(base: string): Promise<[Person, Person]> {
  const bundle = (await (await fetch(`${base}/Patient?family=Hughes`)).json()) as {
    entry: { resource: Person }[];
  };
  const [first, second, ...more] = bundle.entry.map(({ resource }) => resource);
  assert.ok(first && second && more.length === 0);
  return [first, second];
}

async function put(base: string, person: Person): Promise<void> {
  const answer = await fetch(`${base}/Patient/${person.id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify(person),
  });
  assert.ok(answer.ok, await answer.text());
}

test('nothing of it reaches the page, the disk or an address', async () => {
  const { page, side, vault } = walk;
  await find(DORIS);
  await shows(side, ASHWORTH);
  assert.doesNotMatch(
    await page.evaluate(() => document.documentElement.outerHTML),
    /999 ?000 ?0018|penicillin/i,
  );
  assert.doesNotMatch(side.url(), /999|1938/);
  const kept = await (
    await vault()
  ).evaluate(async () => ({
    local: await chrome.storage.local.get(null),
    session: await chrome.storage.session.get(null),
    databases: await indexedDB.databases(),
  }));
  assert.deepEqual(Object.keys(kept.local).toSorted(), ['configuration', 'lastGood']);
  assert.deepEqual([kept.session, kept.databases], [{}, []]);
  assert.doesNotMatch(JSON.stringify(kept), /ASHWORTH|9990000018/i);
});
