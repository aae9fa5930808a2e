import type { CareActions, ResidentView } from '@ehch/clinical';
import { expect, waitUntil } from '@open-wc/testing';
import { checkStates } from '../../test/check-states.ts';
import { drawCarePlan, planPortSaying, settled, takeStep } from '../../test/draw-care-plan.ts';
import { holdTimers } from '../../test/held-timers.ts';
import { GivenParts, latePart } from '../../test/late-part.ts';
import { drawProvider } from '../../test/draw-summary.ts';
import { shownText } from '../../test/shown-text.ts';
import { full, lateStates, states } from './care-plan.fixtures.ts';
import type { CarePlanState } from './care-plan.fixtures.ts';
import { changingSource, type PlanChanging } from './changing-part.ts';
import { changing } from './changing/index.ts';
import { copiesSource, type PlanCopies } from './copies-part.ts';
import { copies } from './copies/index.ts';
import { afterPaint } from '../internal/after-paint.ts';
import type { PartSource } from '../internal/part-source.ts';
import { CarePlanCard } from './index.ts';

type StateName = keyof typeof lateStates;

const SAYS: Readonly<Record<StateName, RegExp>> = {
  'changing-awaited': /Change this plan Fetching what changes a plan\. It opens by itself when it is here\./,
  'changing-not-fetched':
    /▲ This plan cannot be changed here now: .*It can be read\. Write the change on paper, .*Press again to try again\./,
  'copies-awaited': /A copy in plain English Fetching what makes a copy\. It opens by itself/,
  'copies-not-fetched':
    /▲ No copy can be made here now: .* Do not hand out the whole plan instead\. .*Press again to try again\./,
};

let late: {
  changing: ReturnType<typeof latePart<PlanChanging>>;
  copies: ReturnType<typeof latePart<PlanCopies>>;
};

/** A card on a page that has no part yet. The test brings each. */
class LateCard extends CarePlanCard {
  /** Those of its own test: an idle moment may come after it. */
  readonly #late = new GivenParts()
    .give(changingSource, late.changing.source)
    .give(copiesSource, late.copies.source);

  protected override partSource<Part>(usual: PartSource<Part>) {
    return this.#late.of(usual);
  }
}
const LATE = 'test-plan-late';
customElements.define(LATE, LateCard);

/** Does what was pressed beside one resident also beside the next. */
class WithoutForgetting extends LateCard {
  protected override forgetOpened(): void {}
}
const UNFORGETTING = 'test-plan-unforgetting';
customElements.define(UNFORGETTING, WithoutForgetting);

const SENT = { state: 'sent', at: '2026-11-21T14:20:00Z' } as const;
const other: ResidentView = { ...full, resident: 'resident-2' };
const CHANGE = { press: 'change-plan' } as const;
const COPY = { press: 'open-copy' } as const;
const READ = /If I become unwell/;

const draw = (state: CarePlanState, tag = LATE) =>
  drawCarePlan(document.body, state, state.port === undefined ? null : planPortSaying(SENT), tag);

const isChanging = (card: CarePlanCard) => shownText(card.renderRoot).includes('Done changing');

/** When it was asked for so many times. */
const askedFor = (part: 'changing' | 'copies', times: number) =>
  waitUntil(() => late[part].asked.length === times, `${part} asked for ${times} times`, { timeout: 10_000 });

/** Says of a part that was asked for that it is here, or failed. */
async function tell(card: CarePlanCard, part: 'changing' | 'copies', how: 'come' | 'fail'): Promise<void> {
  late[part].asked.at(-1)?.[how]();
  await settled(card);
}

beforeEach(() => {
  late = { changing: latePart(changing), copies: latePart(copies) };
});

describe('the parts of a care plan that come later', () => {
  checkStates(
    Object.entries<CarePlanState>(lateStates).map(([name, state]) => ({
      name,
      draw: async (box: HTMLElement) => {
        // What development prints of a fetch that fails on purpose is not what is looked at, however late it is.
        const { error } = console;
        if (state.parts === 'not-to-be-had')
          console.error = (...words: unknown[]) => {
            if (words[0] !== '[EHCH] caught in elements/part:') error(...words);
          };
        const card = await drawCarePlan(box, state);
        // The other part fails when the page is idle, and both readings of the screen have to be of one moment.
        if (state.parts === 'not-to-be-had')
          await waitUntil(
            () => shownText(card.renderRoot).includes('No copy can be made here now'),
            'copies failed',
            {
              timeout: 20_000,
            },
          );
        return card;
      },
    })),
  );

  for (const [name, words] of Object.entries(SAYS))
    it(`says the plain truth: ${name}`, async () => {
      const card = await drawCarePlan(document.body, lateStates[name as StateName]);
      expect(shownText(card.renderRoot)).to.match(words);
      expect(shownText(card.renderRoot)).to.match(READ);
    });

  it('are fetched without a press, once the plan is on screen and the page is idle', async () => {
    const held = holdTimers(0);
    const card = put({ view: full, actions: planPortSaying(SENT) });
    await card.updateComplete;
    expect(shownText(card.renderRoot)).to.match(READ);
    expect([late.changing.asked.length, late.copies.asked.length]).to.deep.equal([0, 0]);
    held.release();
    await askedFor('changing', 1);
    await askedFor('copies', 1);
    // Nothing is said of what nobody waits for.
    expect(shownText(card.renderRoot)).not.to.contain('Fetching');
    await tell(card, 'changing', 'come');
    expect(isChanging(card)).to.equal(false);
    await takeStep(card, CHANGE);
    expect(isChanging(card)).to.equal(true);
    expect(late.changing.asked.length).to.equal(1);
  });

  it('do what was pressed before they came, once they come', async () => {
    const card = await draw({ view: full, port: SENT });
    await takeStep(card, CHANGE);
    await takeStep(card, COPY);
    expect(shownText(card.renderRoot)).to.match(/Fetching what changes a plan.*Fetching what makes a copy/);
    await tell(card, 'changing', 'come');
    await tell(card, 'copies', 'come');
    expect(isChanging(card)).to.equal(true);
    expect(shownText(card.renderRoot)).to.contain('For whom is the copy?');
    expect(shownText(card.renderRoot)).not.to.contain('Fetching');
    expect([late.changing.asked.length, late.copies.asked.length]).to.deep.equal([1, 1]);
  });

  it('open nothing for whoever came on screen after the press', async () => {
    for (const [tag, opens] of [
      [LATE, false],
      [UNFORGETTING, true],
    ] as const) {
      late = { changing: latePart(changing), copies: latePart(copies) };
      const card = await draw({ view: full, port: SENT, steps: [CHANGE, COPY, { arrives: other }] }, tag);
      await tell(card, 'changing', 'come');
      await tell(card, 'copies', 'come');
      expect(isChanging(card), tag).to.equal(opens);
      expect(shownText(card.renderRoot).includes('For whom is the copy?'), tag).to.equal(opens);
    }
  });

  it('that fail are said to be missing without taking the plan away, and are asked for again by a press', async () => {
    const card = await draw({ view: full, port: SENT });
    await askedFor('changing', 1);
    await tell(card, 'changing', 'fail');
    expect(shownText(card.renderRoot)).to.match(SAYS['changing-not-fetched']);
    await takeStep(card, { arrives: { ...full } });
    expect(late.changing.asked.length).to.equal(1);
    await takeStep(card, CHANGE);
    expect(late.changing.asked.length).to.equal(2);
    expect(shownText(card.renderRoot)).to.match(/Fetching what changes a plan/);
    await tell(card, 'changing', 'fail');
    // What failed is not done later behind somebody's back.
    expect(shownText(card.renderRoot)).to.match(SAYS['changing-not-fetched']);
    await takeStep(card, CHANGE);
    await tell(card, 'changing', 'come');
    expect(isChanging(card)).to.equal(true);
    expect(shownText(card.renderRoot)).not.to.contain('cannot be changed here');
    expect(shownText(card.renderRoot)).to.match(READ);
  });

  it('that failed are fetched again once the network returns, and do nothing that was pressed before', async () => {
    const card = await draw({ view: full, port: SENT });
    await takeStep(card, CHANGE);
    await tell(card, 'changing', 'fail');
    dispatchEvent(new Event('online'));
    await askedFor('changing', 2);
    // Nobody waits for it, and until it is here it is missing.
    expect(shownText(card.renderRoot)).to.match(SAYS['changing-not-fetched']);
    await tell(card, 'changing', 'fail');
    dispatchEvent(new Event('online'));
    await askedFor('changing', 3);
    await tell(card, 'changing', 'come');
    expect(shownText(card.renderRoot)).not.to.contain('cannot be changed here');
    expect(isChanging(card)).to.equal(false);
    await takeStep(card, CHANGE);
    expect(isChanging(card)).to.equal(true);
    dispatchEvent(new Event('online'));
    await askedFor('copies', 1);
    expect(late.changing.asked.length).to.equal(3);
  });

  it('that say nothing for 30 seconds are said to be missing, and count when they come after all', async () => {
    const card = await draw({ view: full, port: SENT });
    const held = holdTimers(30_000);
    await takeStep(card, CHANGE);
    held.release();
    await settled(card);
    expect(shownText(card.renderRoot)).to.match(SAYS['changing-not-fetched']);
    await tell(card, 'changing', 'come');
    expect(isChanging(card)).to.equal(false);
    expect(shownText(card.renderRoot)).not.to.contain('cannot be changed here');
    await takeStep(card, CHANGE);
    expect(isChanging(card)).to.equal(true);
  });

  it('are told to a live region when somebody waits for them, and when they fail', async () => {
    const said = (card: CarePlanCard, words: string) =>
      waitUntil(
        () => card.renderRoot.querySelector('[role=status]')?.textContent.includes(words) === true,
        words,
        // It is said after a pause.
        { timeout: 10_000 },
      );
    const card = await draw({ view: full, port: SENT });
    await takeStep(card, CHANGE);
    await said(card, 'Fetching what changes a plan');
    await tell(card, 'changing', 'fail');
    await said(card, 'cannot be changed here now');
  });

  it('are not fetched where they are of no use: no port, a death, a source that allows no copy', async () => {
    const cards = [await draw({ view: full }), await draw({ view: states.died.view, port: SENT })];
    await askedFor('copies', 1);
    expect(late.changing.asked.length).to.equal(0);
    for (const card of cards)
      expect(card.renderRoot.querySelectorAll('[data-press=change-plan]').length).to.equal(0);
    late = { changing: latePart(changing), copies: latePart(copies) };
    await settled(put({ view: full, keepFromFamily: true }));
    // What was to be fetched in the same idle moment has had its turn, also in a tab that nobody sees.
    await new Promise<unknown>((resolve) => {
      afterPaint(() => requestIdleCallback(resolve, { timeout: 3000 }));
    });
    expect(late.copies.asked.length).to.equal(0);
  });
});

/** Puts a card on the page, and waits for nothing. */
function put({
  actions = null,
  ...part
}: Partial<CarePlanCard> & { actions?: CareActions | null }): LateCard {
  const provider = drawProvider();
  provider.actions = actions;
  const card = document.createElement(LATE) as LateCard;
  Object.assign(card, part);
  provider.append(card);
  return card;
}
