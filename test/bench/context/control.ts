import { choose } from '../../extension/walk/chromium.ts';
import { mixed } from '../../extension/walk/observe.ts';
import { ASHWORTH, FARROW, until, type Stage } from '../../extension/walk/stage.ts';
import { watchChromium } from './watched.ts';

/**
 * Whether the observer sees a record below another name, in a build without the check of the context. A run in which it
 * does not proves nothing.
 */
export async function controlIsRed(stage: Stage, built: string): Promise<boolean> {
  const unchecked = await watchChromium(stage, built, false);
  try {
    const page = await unchecked.newPage();
    await page.goto(stage.gp);
    await page.waitForSelector('#patients button');
    stage.demo.setFaults([{ fault: 'delay:600' }]);
    await choose(page, ASHWORTH);
    await until('her name stands there', async () => (await unchecked.words()).includes(ASHWORTH.family));
    await choose(page, FARROW);
    await until('a record stands below another name', async () => mixed(await unchecked.notes()).length > 0);
    return true;
  } catch (error) {
    // No mix in time is the finding. A page or a panel that did not come up proves as little, so the reason is said.
    console.error('The control saw no mix:', error);
    return false;
  } finally {
    stage.demo.setFaults([]);
    await unchecked.close();
  }
}
