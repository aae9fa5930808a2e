import { openInbox } from '@ehch/clinical/session';
import type { Looks } from '@ehch/clinical/thread';
import { expect, waitUntil as waits } from '@open-wc/testing';
import { render } from 'lit';
import { checkStates } from '../../test/check-states.ts';
import { drawEscalations } from '../../test/draw-escalations.ts';
import { holdTimers } from '../../test/held-timers.ts';
import { latePart } from '../../test/late-part.ts';
import { shownText } from '../../test/shown-text.ts';
import { AT, CARER, GP, INBOX_PLACE, lateNights, RAISE, threadWith } from './escalations.fixtures.ts';
import { inboxPresses } from './escalations-press.ts';
import type { MatterRow } from './matter-rows.ts';
import { NightDesk, type NightPart } from './night-desk.ts';
import { NightPage } from './night/night-page.ts';
import type { RowAtHand } from './row-at-hand.ts';

// A busy machine takes its time. A test that fails is then slow, and never wrong.
const waitUntil = (isSo: () => boolean, why?: string) => waits(isSo, why, { timeout: 10_000 });

const ROW: MatterRow = {
  thread: threadWith([[CARER, '13:30', RAISE]]),
  record: null,
  duplicates: [],
};
const around = {
  session: openInbox({ kind: 'resident', resident: 'resident-1' }),
  place: INBOX_PLACE,
  now: AT,
};

/** A desk whose page comes, or does not, as the test says. */
function desk(more: Partial<RowAtHand> = {}) {
  const { source, asked } = latePart<NightPart>({ NightPage });
  const box = document.createElement('div');
  const draw = () => render(one.render(ROW, around), box);
  const one = new NightDesk({ requestUpdate: draw }, () => source);
  const at: RowAtHand = {
    row: () => ROW,
    around: () => around,
    device: null,
    root: box,
    by: { name: GP.name, role: GP.role },
    ...more,
  };
  box.addEventListener('click', (event) => {
    const action = inboxPresses.actionOf(event);
    if (action?.kind === 'night') one.press(action, at);
  });
  draw();
  document.body.append(box);
  const press = () => box.querySelector('button')?.click();
  const isExpanded = () => box.querySelector('button')?.getAttribute('aria-expanded') === 'true';
  const isShown = () => box.querySelector('table') !== null;
  return { box, one, asked, draw, press, isExpanded, isShown, said: () => shownText(box) };
}

const FETCHING = /Fetching the night on one page\. It opens by itself/;
const MISSING = /▲ The night on one page could not be fetched\. .* Press again to try again\./;

describe('the night on one page, which comes later', () => {
  checkStates(
    Object.entries(lateNights).map(([name, state]) => ({
      name,
      draw: async (box: HTMLElement) => {
        // What development prints of a fetch that fails on purpose is not what is looked at.
        const { error } = console;
        console.error = (...words: unknown[]) => {
          if (words[0] !== '[EHCH] caught in elements/part:') error(...words);
        };
        return drawEscalations(box, state);
      },
    })),
  );

  for (const [name, words] of [
    ['night-awaited', FETCHING],
    ['night-not-fetched', MISSING],
  ] as const)
    it(`says the plain truth: ${name}`, async () => {
      const element = await drawEscalations(document.body, lateNights[name]);
      await waitUntil(() => words.test(shownText(element.renderRoot)));
      expect(shownText(element.renderRoot)).to.contain('Not herself since breakfast');
    });
});

it('fetches the page by the press for it, says when it does not come, and the next press tries again', async () => {
  const { box, one, asked, press, isExpanded, isShown, said } = desk();
  expect(asked.length).to.equal(0);
  press();
  expect([said(), one.news]).to.satisfy((all: string[]) => all.every((words) => FETCHING.test(words)));
  expect(isExpanded()).to.equal(false);
  asked[0]?.fail();
  await waitUntil(() => MISSING.test(said()));
  expect(one.news).to.match(/could not be fetched/);
  press();
  asked[1]?.come();
  await waitUntil(isShown);
  expect([isExpanded(), one.news]).to.deep.equal([true, '']);
  press();
  expect([isShown(), isExpanded()]).to.deep.equal([false, false]);
  press();
  expect(isShown()).to.equal(true);
  expect(asked.length).to.equal(2);
  box.remove();
});

it('says after 30 seconds without an answer that the page is missing, and does not open it late', async () => {
  const { box, asked, draw, press, isShown, said } = desk();
  const held = holdTimers(30_000);
  press();
  held.release();
  await waitUntil(() => MISSING.test(said()));
  asked[0]?.come();
  await waitUntil(() => !MISSING.test(said()));
  draw();
  expect(isShown()).to.equal(false);
  press();
  expect(isShown()).to.equal(true);
  box.remove();
});

it('shows no page that comes after its matter was left', async () => {
  const { box, one, asked, draw, press, isExpanded, isShown, said } = desk();
  press();
  one.leave();
  asked[0]?.come();
  await new Promise((resolve) => setTimeout(resolve));
  draw();
  expect([isShown(), isExpanded(), one.news]).to.deep.equal([false, false, '']);
  expect(said()).not.to.contain('Fetching');
  box.remove();
});

/** Whose record it is: the audit is asked about a resident of the list alone. */
const OF_ONE = {
  ...ROW,
  record: { resident: 'resident-1', ended: [], sections: { identity: { state: 'loading' } } } as never,
};

it('says who merely looked, once the audit was read, and not read is never nobody', async () => {
  const asked: unknown[] = [];
  let answer: (looks: Looks) => void = () => {};
  let fail: (error: Error) => void = () => {};
  const source = {
    lookedAt: async (...about: readonly unknown[]) => {
      asked.push(about);
      return new Promise<Looks>((resolve, reject) => {
        [answer, fail] = [resolve, reject];
      });
    },
  };
  const one = desk({ row: () => OF_ONE, source });
  one.press();
  one.asked[0]?.come();
  await waitUntil(() => /is being read from the audit/.test(one.said()));
  expect(asked).to.deep.equal([['resident-1', ROW.thread.raised.at]]);
  const looks = [{ at: AT, name: 'Dr P. Adeyemi', organisation: 'Hollin Surgery' }];
  answer({ looks, isWhole: false });
  await waitUntil(() => /Dr P\. Adeyemi .*looked at the record/.test(one.said()));
  expect(one.said()).to.match(/as the server’s audit has it.*▲ Not all of the audit could be read/s);
  one.press();
  one.press();
  await waitUntil(() => /is being read from the audit/.test(one.said()));
  const { error } = console;
  console.error = () => {};
  fail(new Error('down'));
  await waitUntil(() => /▲ Who merely looked is not known: the audit could not be read/.test(one.said()));
  console.error = error;
  one.box.remove();
});

it('asks about looks since the raising by the server’s clock, however far its device is ahead', async () => {
  const asked: unknown[] = [];
  const lookedAt = async (...about: readonly unknown[]): Promise<Looks> => {
    asked.push(about);
    return { looks: [], isWhole: true };
  };
  const ahead = { pressedAt: '2026-11-22T13:30:00Z' };
  const row: MatterRow = { ...OF_ONE, thread: threadWith([[CARER, '13:30', RAISE, ahead]]) };
  const one = desk({ row: () => row, source: { lookedAt } });
  one.press();
  one.asked[0]?.come();
  await waitUntil(() => asked.length > 0);
  expect(asked).to.deep.equal([['resident-1', '2026-11-21T13:30:00.000Z']]);
  one.box.remove();
});

it('says that the audit was not read where nothing here can read it, and asks about nobody off the list', async () => {
  const one = desk({ source: { lookedAt: async () => expect.fail('about nobody') } });
  one.press();
  one.asked[0]?.come();
  await waitUntil(() => /known only where the audit was read\. It was not read here/.test(one.said()));
  one.box.remove();
});
