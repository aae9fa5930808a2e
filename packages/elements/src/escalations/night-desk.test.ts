import { openInbox } from '@ehch/clinical/session';
import { expect, waitUntil as waits } from '@open-wc/testing';
import { render } from 'lit';
import { shownText } from '../../test/shown-text.ts';
import { AT, GP, INBOX_PLACE, RAISE, threadWith } from './escalations.fixtures.ts';
import { inboxPresses } from './escalations-press.ts';
import type { MatterRow } from './matter-rows.ts';
import { NightDesk, type NightList } from './night-desk.ts';

// A busy machine takes its time. A test that fails is then slow, and never wrong.
const waitUntil = (isSo: () => boolean, why?: string) => waits(isSo, why, { timeout: 10_000 });

const ROW: MatterRow = {
  thread: threadWith([[{ name: 'Sam Okafor', role: 'carer', side: 'home' }, '13:30', RAISE]]),
  record: null,
  duplicates: [],
};
const around = {
  session: openInbox({ kind: 'resident', resident: 'resident-1' }),
  place: INBOX_PLACE,
  now: AT,
};

/** A desk whose page comes, or does not, as the test says. */
function desk(load?: () => Promise<typeof import('./night/night-page.ts')>) {
  const box = document.createElement('div');
  const draw = () => render(one.render(ROW, around), box);
  const one = new NightDesk({ requestUpdate: draw }, load);
  const list: NightList = {
    row: () => ROW,
    around: () => around,
    device: null,
    root: box,
    by: { name: GP.name, role: GP.role },
  };
  box.addEventListener('click', (event) => {
    const action = inboxPresses.actionOf(event);
    if (action?.kind === 'night') one.press(action, list);
  });
  draw();
  const button = (words: RegExp) => {
    const found = [...box.querySelectorAll('button')].find((each) => words.test(each.textContent));
    if (found === undefined) throw new Error(`No button ${words}`);
    return found;
  };
  return { box, one, draw, button, said: () => shownText(box) };
}

it('fetches the page by the press for it, says when it does not come, and tries again', async () => {
  let asked = 0;
  const { box, button, said } = desk(() => {
    asked += 1;
    return asked === 1 ? Promise.reject(new Error('503')) : import('./night/night-page.ts');
  });
  document.body.append(box);
  expect(asked).to.equal(0);
  button(/The night on one page/).click();
  expect(said()).to.contain('Loading …');
  await waitUntil(() => said().includes('The night on one page could not be loaded. Try again'));
  expect(box.querySelector('[role=alert]')).to.not.equal(null);
  button(/Try again/).click();
  await waitUntil(() => box.querySelector('table') !== null);
  button(/The night on one page/).click();
  expect(box.querySelector('table')).to.equal(null);
  button(/The night on one page/).click();
  await waitUntil(() => box.querySelector('table') !== null);
  expect(asked).to.equal(2);
  box.remove();
});

it('shows no page that comes after its matter was left', async () => {
  const late = Promise.withResolvers<typeof import('./night/night-page.ts')>();
  const { box, one, draw, button } = desk(() => late.promise);
  document.body.append(box);
  button(/The night on one page/).click();
  one.leave();
  late.resolve(await import('./night/night-page.ts'));
  await new Promise((resolve) => setTimeout(resolve));
  draw();
  expect(box.querySelector('table')).to.equal(null);
  expect(button(/The night on one page/).getAttribute('aria-expanded')).to.equal('false');
  box.remove();
});
