// A passkey in a real Chromium, with the keeper of passkeys that its developer tools make.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { CDPSession, Page } from 'puppeteer-core';
import { chaosHome } from '../../packages/sync/test/chaos/chaos-home.ts';
import { press, signed } from './day.ts';
import { DeviceBrowser } from './device-browser.ts';
import { openLaboratory, type Laboratory, type Ward } from './laboratory.ts';

let laboratory: Laboratory;
let device: DeviceBrowser;

before(async () => {
  laboratory = await openLaboratory();
  device = new DeviceBrowser();
});
after(async () => {
  await device.close();
  laboratory.close();
});

interface Keeper {
  readonly session: CDPSession;
  readonly id: string;
}

/** A built-in keeper of passkeys, as a fingerprint reader is. The person agrees by themselves. */
async function addKeeper(page: Page, hasPrf: boolean): Promise<Keeper> {
  const session = await page.createCDPSession();
  await session.send('WebAuthn.enable');
  const { authenticatorId: id } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf,
    },
  });
  return { session, id };
}

const ask = (page: Page, what: 'create' | 'open') =>
  page.evaluate((each) => window.device.passkey(each), what);

async function openPage(
  ward: Ward,
  hasPrf = true,
): Promise<{ readonly page: Page; readonly keeper: Keeper }> {
  const page = await device.open(ward, 'keys=passkey');
  await page.bringToFront();
  return { page, keeper: await addKeeper(page, hasPrf) };
}

test('K8: what was written under a passkey outlives the page, and the same passkey opens it again', async () => {
  const ward = laboratory.newWard(chaosHome());
  const { page } = await openPage(ward);
  assert.equal((await ask(page, 'open')).state, 'none');
  assert.deepEqual(await ask(page, 'create'), { state: 'unlocked', words: 'Open.' });
  ward.isPluggedIn = false;
  assert.equal((await press(page, signed(1, 'agnes'))).state, 'saved-on-device');
  await page.reload();
  await page.waitForSelector('[data-ready]');
  assert.equal((await page.evaluate(() => window.device.status()))?.lock, 'locked');
  assert.equal((await ask(page, 'create')).state, 'exists', 'a second passkey would lock the first one out');
  assert.equal((await ask(page, 'open')).state, 'unlocked');
  const status = await page.evaluate(() => window.device.status());
  assert.deepEqual([status?.lock, status?.unsent.total], ['unlocked', 1]);
  // Only who can read what waits can tell whose it is.
  assert.equal(status?.unsent.ofOthers, 0);
  await page.close();
});

test('K8: a lock asks for the passkey again, and another passkey opens nothing', async () => {
  const ward = laboratory.newWard(chaosHome());
  const { page, keeper } = await openPage(ward);
  await ask(page, 'create');
  await page.evaluate(() => window.device.lock());
  const { credentials } = await keeper.session.send('WebAuthn.getCredentials', {
    authenticatorId: keeper.id,
  });
  const [own] = credentials;
  assert.ok(own);
  await keeper.session.send('WebAuthn.removeCredential', {
    authenticatorId: keeper.id,
    credentialId: own.credentialId,
  });
  const end = await ask(page, 'open');
  assert.equal(end.state, 'refused');
  assert.match(end.words, /^Not opened: .* Nothing was changed\. Try again\.$/);
  assert.equal((await page.evaluate(() => window.device.status()))?.lock, 'locked');
  await page.close();
});

test('K8: a keeper that gives no secret opens nothing, says so, and a passphrase is offered and not taken', async () => {
  const ward = laboratory.newWard(chaosHome());
  const { page } = await openPage(ward, false);
  const end = await ask(page, 'create');
  assert.equal(end.state, 'not-on-device');
  assert.match(end.words, /Use a passphrase instead\./);
  assert.equal((await page.evaluate(() => window.device.status()))?.lock, 'locked');
  assert.equal((await ask(page, 'open')).state, 'none', 'nothing was made');
  await page.close();
});

test('K8: a person who says no has opened nothing and may try again', async () => {
  const ward = laboratory.newWard(chaosHome());
  const { page, keeper } = await openPage(ward);
  await keeper.session.send('WebAuthn.setUserVerified', {
    authenticatorId: keeper.id,
    isUserVerified: false,
  });
  assert.equal((await ask(page, 'create')).state, 'refused');
  // A keeper that was refused once asks for its PIN, which nobody can type here. So the person takes another one.
  await keeper.session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: keeper.id });
  await addKeeper(page, true);
  assert.equal((await ask(page, 'create')).state, 'unlocked');
  await page.close();
});
