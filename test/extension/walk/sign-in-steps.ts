// What a person does to sign in, in the panel and in the browser's window.
import type { Browser, Page } from 'puppeteer-core';
import { words } from './chromium.ts';
import { pause, until } from './stage.ts';

/** Presses a control of the panel by its name for tests. */
export async function press(side: Page, name: string): Promise<void> {
  const button = await until(`the panel has “${name}”`, () => side.$(`[data-press="${name}"]`));
  await button.evaluate((each) => (each as HTMLElement).click());
}

/** Signs in as a person of the sample staff. @param pin typed before, or none */
export async function signIn(browser: Browser, side: Page, staff: string, pin = ''): Promise<void> {
  // A vault that begins anew ends the panel's port once more: a press just before that is lost, and a person presses again.
  await until('the window has opened', async () => {
    if ((await words(side)).includes('Go on in the window')) return true;
    await side
      .$eval('#new-pin', (input, value) => ((input as HTMLInputElement).value = value), pin)
      .catch(() => null);
    await side.$eval('[data-press="sign-in"]', (each) => (each as HTMLElement).click()).catch(() => null);
    await pause(700);
    return (await words(side)).includes('Go on in the window');
  });
  const page = await signInPage(browser);
  await page.waitForSelector(`input[value="${staff}"]`);
  await page.$eval(`input[value="${staff}"]`, (each) => (each as HTMLElement).click());
  await page.$eval('button[value="sign-in"]', (each) => (each as HTMLElement).click()).catch(() => undefined);
  await until('somebody is signed in', async () => (await side.$('[data-press="lock"]')) !== null);
}

/** The browser's window for the sign-in. */
export async function signInPage(browser: Browser): Promise<Page> {
  const target = await browser.waitForTarget((each) => each.url().includes('/authorize'), {
    timeout: 15_000,
  });
  const page = (await target.page()) ?? (await target.asPage());
  return page;
}

export async function typePin(side: Page, pin: string): Promise<void> {
  await until('the panel asks for the PIN', () => side.$('#pin'));
  await side.$eval('#pin', (input, value) => ((input as HTMLInputElement).value = value), pin);
  await press(side, 'unlock');
}

export const says = (side: Page, what: string | RegExp) =>
  until(`the panel says “${what}”`, async () => {
    const said = await words(side);
    return typeof what === 'string' ? said.includes(what) : what.test(said);
  });
