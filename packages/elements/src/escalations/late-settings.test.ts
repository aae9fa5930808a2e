import { expect, waitUntil } from '@open-wc/testing';
import { checkStates } from '../../test/check-states.ts';
import { portSaying } from '../../test/draw-escalation.ts';
import { doPress, drawEscalations, shown } from '../../test/draw-escalations.ts';
import { GivenParts, latePart } from '../../test/late-part.ts';
import { shownText } from '../../test/shown-text.ts';
import type { PartSource } from '../internal/part-source.ts';
import type { EscalationsState } from './escalations.fixtures.ts';
import { Escalations } from './index.ts';
import { lateStates, states } from './settings.fixtures.ts';
import { settingsSource, type SettingsPart } from './settings-part.ts';
import { settings } from './settings/index.ts';

type StateName = keyof typeof lateStates;

const RECORDED = /NEWS2: usual 3 .*88–92 %, SpO2 scale 2/;

const SAYS: Readonly<Record<StateName, RegExp>> = {
  'settings-awaited':
    /Set oxygen target .*Fetching what sets something here\. It opens by itself when it is here\./,
  'settings-not-fetched':
    /▲ Nothing can be set here now: .*Nothing was sent\. What is recorded still counts\. .*Press again to try again\./,
};

let late: ReturnType<typeof latePart<SettingsPart>>;

/** A list on a page that has no settings yet. The test brings them. */
class LateList extends Escalations {
  /** Those of its own test: an idle moment may come after it. */
  readonly #late = new GivenParts().give(settingsSource, late.source);

  protected override partSource<Part>(usual: PartSource<Part>) {
    return this.#late.of(usual);
  }
}
const LATE = 'test-list-late';
customElements.define(LATE, LateList);

/** Begins what was pressed beside one resident also beside the next. */
class OfAnybody extends LateList {
  protected override isOnScreen(): boolean {
    return true;
  }
}
const ANYBODY = 'test-list-of-anybody';
customElements.define(ANYBODY, OfAnybody);

const BEGIN = { kind: 'begin-setting', what: 'spo2-target' } as const;
const SENT = { state: 'sent', at: '2026-11-21T14:20:00Z' } as const;

const draw = (state: EscalationsState | undefined, tag = LATE) =>
  drawEscalations(document.body, state ?? {}, state?.port === null ? null : portSaying(SENT), tag);

const askedFor = (times: number) =>
  waitUntil(() => late.asked.length === times, `asked for ${times} times`, { timeout: 10_000 });

async function tell(element: Escalations, how: 'come' | 'fail'): Promise<void> {
  late.asked.at(-1)?.[how]();
  await shown(element);
}

beforeEach(() => {
  late = latePart(settings);
});

describe('the settings of a clinician, which come later', () => {
  checkStates(
    Object.entries<EscalationsState>(lateStates).map(([name, state]) => ({
      name,
      draw: async (box: HTMLElement) => {
        // What development prints of a fetch that fails on purpose is not what is looked at.
        const { error } = console;
        if (state.parts === 'not-to-be-had')
          console.error = (...words: unknown[]) => {
            if (words[0] !== '[EHCH] caught in elements/part:') error(...words);
          };
        return drawEscalations(box, state);
      },
    })),
  );

  for (const [name, words] of Object.entries(SAYS))
    it(`say the plain truth, and what is recorded is read: ${name}`, async () => {
      const element = await drawEscalations(document.body, lateStates[name as StateName]);
      expect(shownText(element.renderRoot)).to.match(words);
      expect(shownText(element.renderRoot)).to.match(RECORDED);
    });

  it('are fetched without a press for a clinician beside a resident, and for nobody else', async () => {
    const element = await draw(states['settings-set']);
    expect(shownText(element.renderRoot)).to.match(RECORDED);
    await askedFor(1);
    await tell(element, 'come');
    await doPress(element, BEGIN);
    expect(shownText(element.renderRoot)).to.contain('Oxygen saturation target');
    late = latePart(settings);
    await draw(states['settings-not-a-clinician']);
    await draw(states['settings-cannot-send']);
    const last = await draw(states['settings-not-set']);
    // The last of the three is the only one that asks.
    await askedFor(1);
    await tell(last, 'come');
  });

  it('begin what was pressed before they came, beside the same resident alone', async () => {
    for (const [tag, isNext, begins] of [
      [LATE, false, true],
      [LATE, true, false],
      [ANYBODY, true, true],
    ] as const) {
      late = latePart(settings);
      const element = await draw(states['settings-set'], tag);
      await doPress(element, BEGIN);
      expect(shownText(element.renderRoot)).to.contain('Fetching what sets something here.');
      const { view } = element;
      if (view === null) throw new Error('No view.');
      if (isNext) element.view = { ...view, resident: 'resident-2' };
      await shown(element);
      await tell(element, 'come');
      element.view = view;
      await shown(element);
      const isBegun = shownText(element.renderRoot).includes('On what it rests');
      expect(isBegun, `${tag} ${isNext}`).to.equal(begins);
    }
  });

  it('that fail are said to be missing, send nothing, and are asked for again by a press', async () => {
    const element = await draw(states['settings-set']);
    await askedFor(1);
    await tell(element, 'fail');
    expect(shownText(element.renderRoot)).to.match(SAYS['settings-not-fetched']);
    expect(shownText(element.renderRoot)).to.match(RECORDED);
    await doPress(element, BEGIN);
    expect(late.asked.length).to.equal(2);
    await tell(element, 'come');
    expect(shownText(element.renderRoot)).to.contain('On what it rests');
    expect(shownText(element.renderRoot)).not.to.contain('Nothing can be set here now');
  });
});
