// Sign-in and lock of the extension as built, in a real Chromium, with the authorisation server of development.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { choose, openChromium, record, shows, words } from './chromium.ts';
import { press, says, signIn, signInPage, typePin } from './sign-in-steps.ts';
import { ASHWORTH, pause, setStage, until, type Stage } from './stage.ts';

const PIN = '58203714';
const built = mkdtempSync(join(tmpdir(), 'ehch-sign-in-'));
const profile = join(built, 'profile');
const printed: string[] = [];
/** Tokens, root keys and checks of PINs that this session has had. */
const secrets = new Set<string>([PIN]);
let stage: Stage;
let walk: Awaited<ReturnType<typeof openChromium>>;

before(async () => {
  stage = await setStage({ accounts: true });
  walk = await openChromium('chrome-demo', stage, built, undefined, profile);
  walk.side.on('console', (message) => printed.push(message.text()));
});
after(async () => {
  await walk?.browser.close();
  await stage?.close();
  rmSync(built, { recursive: true, force: true });
});

interface Kept {
  readonly session?: { readonly tokens: { readonly access: string; readonly refresh: string } };
  readonly pin?: Readonly<Record<'salt' | 'hash', string>>;
  readonly secrets?: Readonly<Record<string, string>>;
}

/** What the session's memory holds now. Each secret is remembered, to be looked for on the disk in the end. */
async function memory(): Promise<Kept> {
  const kept = (await (await walk.vault()).evaluate(() => chrome.storage.session.get(null))) as Kept;
  const { access, refresh } = kept.session?.tokens ?? {};
  const found = [access, refresh, kept.pin?.hash, kept.pin?.salt, ...Object.values(kept.secrets ?? {})];
  for (const each of found) if (each) secrets.add(each);
  return kept;
}

test('before anybody signs in there is no request, no list, and the emergency numbers stand', async () => {
  const said = await words(walk.side);
  assert.match(said, /Nobody is signed in/);
  for (const each of [
    '999',
    '111',
    'Rowan Court',
    '1 Rowan Lane, Holmdale, XX1 1XX',
    'Ring at the side door',
  ])
    assert.ok(said.includes(each), each);
  await choose(walk.page, ASHWORTH);
  await pause(500);
  assert.deepEqual(stage.asked(), []);
  assert.match(await words(walk.side), /Nobody is signed in/);
  assert.doesNotMatch(await words(walk.side), /ASHWORTH/i);
});

test('a closed window signs nobody in, and says so', async () => {
  await press(walk.side, 'sign-in');
  const page = await signInPage(walk.browser);
  await says(walk.side, 'Go on in the window');
  await page.close();
  await says(walk.side, 'The window was closed before you had signed in');
  assert.equal((await memory()).session, undefined);
});

test('a nurse signs in with a PIN: her name and role stand above, and the record opens', async () => {
  await signIn(walk.browser, walk.side, 'nurse', PIN);
  await choose(walk.page, ASHWORTH);
  await shows(walk.side, ASHWORTH);
  const who = await walk.side.$eval('.who', (each) => (each as HTMLElement).innerText);
  assert.match(who, /nurse/i);
  assert.match(who, /Rowan Court/);
  await until('a key is in memory', async () => Object.keys((await memory()).secrets ?? {}).length > 0);
  assert.ok((await memory()).pin);
});

test('“Lock” blanks at once; the PIN opens again, with the same session', async () => {
  await press(walk.side, 'lock');
  await says(walk.side, /^Locked|\nLocked/);
  assert.doesNotMatch(await words(walk.side), /ASHWORTH|999 000 0018/i);
  assert.equal(await record(walk.side), '');
  await typePin(walk.side, PIN);
  await shows(walk.side, ASHWORTH);
});

test('T27: a wrong PIN is counted, also over the death of the worker, and the fifth drops tokens and keys', async () => {
  await press(walk.side, 'lock');
  for (const left of [4, 3]) {
    await typePin(walk.side, '0000');
    await says(walk.side, `${left} tries are left`);
  }
  await memory();
  await kill();
  await says(walk.side, '3 tries are left');
  for (const left of ['2 tries are left', '1 try is left']) {
    await typePin(walk.side, '0000');
    await says(walk.side, left);
  }
  await typePin(walk.side, '0000');
  await says(walk.side, 'A wrong PIN was given five times');
  await until('the memory has let go', async () => {
    const kept = await memory();
    return kept.session === undefined && kept.secrets === undefined && kept.pin === undefined;
  });
  assert.doesNotMatch(await words(walk.side), /ASHWORTH/i);
});

test('the worker dies while somebody is signed in: the session goes on by itself', async () => {
  await signIn(walk.browser, walk.side, 'carer');
  await shows(walk.side, ASHWORTH);
  await memory();
  await kill();
  await shows(walk.side, ASHWORTH);
  assert.ok(await walk.side.$('[data-press="lock"]'));
});

test('T27: somebody locks the computer: the keys go, and only a sign-in opens', async () => {
  await (
    await walk.vault()
  ).evaluate(() => {
    // No test can lock the machine itself. The event is the browser's own, with its listeners.
    const { onStateChanged } = (
      chrome as unknown as { idle: { onStateChanged: { dispatch(state: string): void } } }
    ).idle;
    onStateChanged.dispatch('locked');
  });
  await says(walk.side, 'This computer was locked');
  await until('the memory has let go', async () => (await memory()).session === undefined);
});

test('sign-out: nothing of the session stays, and the server takes its token no more', async () => {
  await signIn(walk.browser, walk.side, 'nurse');
  await shows(walk.side, ASHWORTH);
  const { session } = await memory();
  await press(walk.side, 'sign-out');
  await says(walk.side, 'Nobody is signed in');
  await until('the memory has let go', async () => {
    const kept = await memory();
    return kept.session === undefined && kept.secrets === undefined;
  });
  const base = stage.demo.fhirBaseUrl.replace('fhir.localhost', 'localhost');
  await until('the token is revoked', async () => {
    const answer = await fetch(`${base}/Patient?_count=1`, {
      headers: { authorization: `Bearer ${session?.tokens.access ?? ''}` },
    });
    return answer.status === 401;
  });
});

test('what a role may not see is in no view of it, and the panel says why', async () => {
  const seen = async (staff: string, drawn: RegExp) => {
    await signIn(walk.browser, walk.side, staff);
    await memory();
    await choose(walk.page, ASHWORTH);
    await shows(walk.side, ASHWORTH);
    await until(`the record is drawn for: ${staff}`, async () => drawn.test(await record(walk.side)));
    const said = (await record(walk.side)).replace(/\s+/g, ' ');
    await press(walk.side, 'sign-out');
    await says(walk.side, 'Nobody is signed in');
    return said;
  };
  const nurse = await seen('nurse', /Clinical Frailty Scale/);
  assert.doesNotMatch(nurse, /withheld for your role/);
  const carer = await seen('care-assistant', /withheld for your role/);
  assert.match(carer, /Not for CPR/);
  assert.doesNotMatch(carer, /Clinical Frailty Scale/);
  const kitchen = await seen('kitchen', /withheld for your role/);
  assert.match(kitchen, /penicillin/i);
  assert.doesNotMatch(kitchen, /Not for CPR|Clinical Frailty Scale|donepezil/i);
});

test('T26: after all this no token, PIN or key is in storage, in a console, or in any file of the profile', async () => {
  const local = JSON.stringify(await (await walk.vault()).evaluate(() => chrome.storage.local.get(null)));
  assert.ok(secrets.size > 8, `only ${secrets.size} secrets were seen`);
  await walk.browser.close();
  const files = readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name));
  assert.ok(files.length > 50);
  const bytes = files.map((file) => [file, readFileSync(file)] as const);
  for (const secret of secrets) {
    assert.ok(!local.includes(secret), 'storage.local');
    assert.ok(!printed.join('\n').includes(secret), 'console');
    for (const [file, content] of bytes)
      for (const as of [Buffer.from(secret), Buffer.from(secret, 'utf16le'), Buffer.from(secret, 'base64')])
        if (as.length >= 8) assert.equal(content.includes(as), false, `${secret.slice(0, 4)}… in ${file}`);
  }
});

/** Ends the worker as the browser does when it wants its memory. */
async function kill(): Promise<void> {
  await (await walk.vault()).close();
}
