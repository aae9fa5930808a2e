import { expect } from '@open-wc/testing';
import type { ResidentSource, ResidentView } from '@ehch/clinical';
import fc from 'fast-check';
import { draw, drawProvider, shownText } from '../../test/draw-summary.ts';
import { Race } from '../../test/race.ts';
import { ResidentSummary } from '../resident-summary/resident-summary.ts';
import { states, toldView } from '../resident-summary/resident-summary.fixtures.ts';
import { EhchMismatchEvent } from './events.ts';

// Each guard taken away, one at a time. What the tests below prove must then fail.
class WithoutCurrency extends ResidentSummary {
  protected override isCurrent(): boolean {
    return true;
  }
}
class WithoutNameCheck extends ResidentSummary {
  protected override isAbout(): boolean {
    return true;
  }
}
class WithoutForgetting extends ResidentSummary {
  protected override forget(): void {}
}
customElements.define('without-currency', WithoutCurrency);
customElements.define('without-name-check', WithoutNameCheck);
customElements.define('without-forgetting', WithoutForgetting);

const step = fc.oneof(
  fc.record({ do: fc.constant('choose' as const), resident: fc.constantFrom('a', 'b', 'c') }),
  // Any watch that was ever begun may answer, at any time, also about somebody else.
  fc.record({
    do: fc.constant('answer' as const),
    watch: fc.nat(8),
    about: fc.constantFrom('asked', 'asked', 'asked', 'a', 'b', 'c'),
  }),
  fc.record({ do: fc.constant('move' as const) }),
);

function race(tag: string, runs: number): Promise<void> {
  return fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 10 }), async (steps) => {
      const one = new Race(tag);
      try {
        for (const next of steps) {
          await one.take(next);
          expect(one.shown()).to.equal(one.expected());
        }
      } finally {
        one.end();
      }
    }),
    { numRuns: runs, endOnFailure: true },
  );
}

const TYPICAL: ResidentSource = {
  watch: (_, onView) => onView(states.typical.view),
  refresh: () => Promise.resolve(),
};

/** A summary of one resident, by what its provider gives. */
async function summaryOf(source: ResidentSource, resident = 'resident-1') {
  const provider = drawProvider({ source });
  const summary = document.createElement('ehch-resident-summary');
  summary.resident = resident;
  provider.append(summary);
  await summary.updateComplete;
  return summary;
}

/** All that a summary says of a view without sections, word for word: no fact of anybody has room in it. */
const NOTHING_READ = [
  'Name not certain. Make sure who this is: see the first page. Printed 21-Nov-2026 14:20, by whom not said',
  'Name could not be loaded: answer not understood Make sure who this is before you use anything below. Try again',
  'Agreed limits of treatmentcould not be loaded: answer not understood Try again',
  'Allergies unavailablecould not be loaded: answer not understood Try again Swallowing: not known',
  'Now What is new or asked was not worked out here. Read the sections below.',
  'Could not be loaded: answer not understood Try again Open, Alerts, Me, Frailty, NEWS2, Weight, Function,',
  'Other scores, Medicines, Problems, Events, People, Plan. What is recorded is not known.',
  'Source not named, nothing has been read yet. Sources of the scores',
  'NEWS2: Royal College of Physicians. National Early Warning Score (NEWS) 2: Standardising the assessment of',
  'acute-illness severity in the NHS. Updated report of a working party. London: RCP, 2017.',
].join(' ');

describe('a component about one resident', () => {
  it('shows in 1,000 random orders of answers only the resident who is asked for now', async function () {
    this.timeout(60_000);
    await race('ehch-resident-summary', 1000);
  });

  for (const tag of ['without-currency', 'without-name-check', 'without-forgetting']) {
    it(`fails that proof ${tag.replaceAll('-', ' ')}`, async function () {
      this.timeout(60_000);
      let failed = false;
      await race(tag, 1000).catch(() => {
        failed = true;
      });
      expect(failed).to.equal(true);
    });
  }

  it('clears the old resident before the new one is asked for, and stops the old watch', async () => {
    const events: string[] = [];
    const source: ResidentSource = {
      watch(resident, onView, signal) {
        events.push(`asked ${resident}`);
        signal.addEventListener('abort', () => events.push(`stopped ${resident}`));
        if (resident === 'resident-1') onView(states.typical.view);
      },
      refresh: () => Promise.resolve(),
    };
    const summary = await summaryOf(source);
    expect(shownText(summary.renderRoot)).to.contain('ASHWORTH');
    summary.resident = 'resident-2';
    await Promise.resolve();
    expect(shownText(summary.renderRoot)).not.to.contain('ASHWORTH');
    expect(events).to.deep.equal(['asked resident-1', 'stopped resident-1', 'asked resident-2']);
    summary.remove();
    expect(events.at(-1)).to.equal('stopped resident-2');
  });

  it('asks anew when the reader’s last look changes, keeps the screen, and is never without a watch', async () => {
    const events: string[] = [];
    const give: ((view: ResidentView) => void)[] = [];
    const source: ResidentSource = {
      watch(_resident, onView, signal, asked) {
        const since = String(asked?.since);
        events.push(`asked ${since}`);
        signal.addEventListener('abort', () => events.push(`stopped ${since}`));
        give.push(onView);
      },
      refresh: () => Promise.resolve(),
    };
    const summary = await summaryOf(source);
    give[0]?.(toldView(states.typical));
    await summary.updateComplete;
    summary.since = '2026-11-20';
    await summary.updateComplete;
    expect(events).to.deep.equal(['asked null', 'asked 2026-11-20', 'stopped null']);
    expect(shownText(summary.renderRoot)).to.contain('ASHWORTH');
    give[0]?.(states.mismatch.view);
    await summary.updateComplete;
    expect(shownText(summary.renderRoot), 'an answer of the former watch').to.contain('ASHWORTH');
    give[1]?.(toldView({ ...states.typical, since: '2026-11-20' }));
    await summary.updateComplete;
    expect(shownText(summary.renderRoot)).to.contain('since you looked, 20-Nov-2026');
    summary.remove();
    expect(events.at(-1)).to.equal('stopped 2026-11-20');
  });

  it('refuses a view that names another resident, says so aloud, and tells the host once', async () => {
    const told: string[] = [];
    const listen = (event: EhchMismatchEvent) => told.push(event.resident);
    document.body.addEventListener('ehch-mismatch', listen);
    const summary = await draw(document.body, states.mismatch);
    summary.requestUpdate();
    await summary.updateComplete;
    document.body.removeEventListener('ehch-mismatch', listen);
    const alert = summary.renderRoot.querySelector('[role=alert]');
    expect(alert?.textContent).to.contain('the data are about another resident');
    expect(shownText(summary.renderRoot)).not.to.contain('ASHWORTH');
    expect(told).to.deep.equal(['resident-1']);
  });

  it('shows nothing of the old resident when the view of the new one cannot be drawn', async () => {
    const summary = await draw(document.body, states.typical);
    summary.view = JSON.parse('{"resident":"resident-2"}') as ResidentView;
    await summary.updateComplete;
    expect(shownText(summary.renderRoot)).to.equal(NOTHING_READ);
    const emptied = '{"resident":"resident-2","sections":{"identity":null}}';
    summary.view = { ...(JSON.parse(emptied) as ResidentView), sourceLabel: 'Empty' };
    await summary.updateComplete;
    expect(shownText(summary.renderRoot)).to.equal(NOTHING_READ.replace('Source not named', 'Empty'));
  });

  it('takes a view that a framework clears with undefined as no view, and asks its source', async () => {
    const provider = drawProvider({ source: TYPICAL });
    const summary = document.createElement('ehch-resident-summary');
    Object.assign(summary, { view: undefined, resident: 'resident-1' });
    provider.append(summary);
    await summary.updateComplete;
    expect(shownText(summary.renderRoot)).to.contain('ASHWORTH');
    Object.assign(summary, { view: { ...states.typical.view, resident: 'resident-2' } });
    await summary.updateComplete;
    expect(shownText(summary.renderRoot)).not.to.contain('ASHWORTH');
    Object.assign(summary, { view: undefined, resident: undefined });
    await summary.updateComplete;
    expect(shownText(summary.renderRoot)).to.equal('No resident chosen.');
  });

  it('closes what was opened when the resident changes', async () => {
    const summary = await draw(document.body, states.typical, { compact: true });
    summary.renderRoot.querySelector<HTMLButtonElement>('[data-toggle=medicines]')?.click();
    await summary.updateComplete;
    expect(summary.renderRoot.querySelector('#medicines-body')?.hasAttribute('hidden')).to.equal(false);
    summary.view = { ...states.typical.view, resident: 'resident-9' };
    await summary.updateComplete;
    expect(summary.renderRoot.querySelector('#medicines-body')?.hasAttribute('hidden')).to.equal(true);
  });

  it('says so when the source breaks, when there is none, and when nobody is chosen', async () => {
    const provider = drawProvider({
      source: {
        watch: () => {
          throw new Error('broken');
        },
        refresh: () => Promise.resolve(),
      },
    });
    const summary = document.createElement('ehch-resident-summary');
    provider.append(summary);
    await summary.updateComplete;
    expect(shownText(summary.renderRoot)).to.equal('No resident chosen.');
    summary.resident = 'resident-1';
    await summary.updateComplete;
    expect(shownText(summary.renderRoot)).to.contain('Could not show: the source of data failed.');
    provider.source = null;
    await provider.updateComplete;
    await summary.updateComplete;
    expect(shownText(summary.renderRoot)).to.contain('this page has no source of data');
  });

  // A number of more than 15 digits is rounded before it arrives here: it may be the id of somebody else.
  for (const wrong of [17, { id: 'a' }]) {
    it(`asks nobody about a resident that is ${typeof wrong} and no text, clears the one before, and comes back`, async () => {
      const asked: unknown[] = [];
      const resident = 'resident-1';
      const watch: ResidentSource['watch'] = (who, ...asking) => {
        asked.push(who);
        TYPICAL.watch(who, ...asking);
      };
      const summary = await summaryOf({ ...TYPICAL, watch }, resident);
      expect(shownText(summary.renderRoot)).to.contain('ASHWORTH');
      summary.resident = wrong as never;
      await summary.updateComplete;
      expect(shownText(summary.renderRoot)).to.contain('Could not show');
      expect(shownText(summary.renderRoot)).not.to.contain('ASHWORTH');
      expect(asked).to.deep.equal([resident]);
      summary.resident = resident;
      await summary.updateComplete;
      expect(shownText(summary.renderRoot)).to.contain('ASHWORTH');
    });
  }

  it('leaves its former provider behind when it is moved out of it', async () => {
    const outside = drawProvider();
    const summary = await summaryOf(TYPICAL);
    expect(shownText(summary.renderRoot)).to.contain('ASHWORTH');
    outside.append(summary);
    await summary.updateComplete;
    expect(shownText(summary.renderRoot)).to.contain('this page has no source of data');
  });
});
