import { expect } from '@open-wc/testing';
import type { GlanceTold } from '@ehch/clinical/glance';
import { draw, textOf } from '../../../test/draw-summary.ts';
import type { EhchHideLineEvent } from '../../internal/events.ts';
import type { ResidentSummary } from '../resident-summary.ts';
import { states, toldView } from '../resident-summary.fixtures.ts';

function linesIn(summary: ResidentSummary): readonly string[] {
  return [...summary.renderRoot.querySelectorAll<HTMLElement>('[data-section=glance] .glance-line')].flatMap(
    (line) => (line.checkVisibility() ? [line.dataset['rule'] ?? ''] : []),
  );
}

function press(summary: ResidentSummary, selector: string): Promise<boolean> {
  const button = summary.renderRoot.querySelector<HTMLElement>(selector);
  if (button === null) throw new Error(`Nothing to press at ${selector}`);
  button.click();
  return summary.updateComplete;
}

describe('the glance of the summary', () => {
  it('stands below limits and allergies with at most five lines, most urgent first', async () => {
    const summary = await draw(document.body, states.typical);
    expect(linesIn(summary)).to.deep.equal([
      'unanswered',
      'news2-against-usual',
      'events-since',
      'medicines-since',
      'coming',
    ]);
    expect(textOf(summary, '[data-section=glance]')).to.match(
      /^Now since you looked, 12-Nov-2026 ▲ Worry, seen, not answered for 5hr 8min “More muddled.*” Grace Mensah 09:12/,
    );
  });

  it('keeps what had no place behind one press, and loses none', async () => {
    const summary = await draw(document.body, states['much-at-once']);
    expect(linesIn(summary).length).to.equal(5);
    const button = summary.renderRoot.querySelector('[data-glance=more]');
    const [, n = '0'] = /(\d+) more/.exec(button?.textContent ?? '') ?? [];
    await press(summary, '[data-glance=more]');
    expect(linesIn(summary).length).to.equal(5 + Number(n));
    expect(button?.getAttribute('aria-expanded')).to.equal('true');
  });

  it('leads to the section of a line, opens it, and puts the focus there', async () => {
    const summary = await draw(document.body, states.typical, { compact: true });
    expect(summary.renderRoot.querySelector('#news2-body')?.hasAttribute('hidden')).to.equal(true);
    await press(summary, '[data-rule=news2-against-usual] [data-go]');
    await summary.updateComplete;
    expect(summary.renderRoot.querySelector('#news2-body')?.hasAttribute('hidden')).to.equal(false);
    expect(summary.shadowRoot?.activeElement?.closest('section')?.dataset['section']).to.equal('news2');
  });

  it('hides a line that a person has read, tells the host, and keeps the focus in the glance', async () => {
    const summary = await draw(document.body, states.typical);
    const hidden: string[] = [];
    const take = (event: Event) => hidden.push((event as EhchHideLineEvent).key);
    summary.addEventListener('ehch-hide-line', take);
    await press(summary, '[data-rule=medicines-since] [data-hide]');
    await summary.updateComplete;
    expect(hidden.length).to.equal(1);
    expect(linesIn(summary)).not.to.contain('medicines-since');
    expect(textOf(summary, '[data-section=glance]')).to.contain('1 line hidden');
    expect(summary.shadowRoot?.activeElement?.id).to.equal('glance');
    summary.removeEventListener('ehch-hide-line', take);
  });

  it('takes keys that the host kept, and offers no press to hide what is asked', async () => {
    const first = await draw(document.body, states.typical);
    const key = first.renderRoot.querySelector<HTMLElement>('[data-rule=coming] [data-hide]')?.dataset[
      'hide'
    ];
    expect(first.renderRoot.querySelectorAll('[data-rule=unanswered] [data-hide]').length).to.equal(0);
    const again = await draw(document.body, states.typical);
    again.hiddenLines = [key ?? ''];
    await again.updateComplete;
    expect(linesIn(again)).not.to.contain('coming');
  });

  it('says that it cannot know, and never "nothing new", where a section could not be read', async () => {
    for (const name of ['failed-section', 'withheld', 'loading', 'failed-everything', 'stale'] as const) {
      const text = textOf(await draw(document.body, states[name]), '[data-section=glance]');
      expect(text, name).to.contain('Not known');
      expect(text, name).not.to.match(/nothing new/i);
    }
    expect(textOf(await draw(document.body, states['nothing-new']), '[data-section=glance]')).to.contain(
      'Nothing new since 20-Nov-2026',
    );
  });

  it('tells nothing of somebody of whom records disagree, or who has died', async () => {
    for (const name of ['identity-disagrees', 'deceased'] as const) {
      const summary = await draw(document.body, states[name]);
      expect(summary.renderRoot.querySelectorAll('[data-section=glance]').length, name).to.equal(0);
    }
  });

  it('says that nobody worked it out where a view comes without a glance, and is never silent', async () => {
    const summary = await draw(document.body, states.typical);
    for (const view of [states.typical.view, states['failed-everything'].view]) {
      summary.view = view;
      await summary.updateComplete;
      expect(textOf(summary, '[data-section=glance]')).to.equal(
        'Now What is new or asked was not worked out here. Read the sections below.',
      );
    }
  });

  it('says that it could not be worked out where a glance breaks its contract', async () => {
    const summary = await draw(document.body, states.typical);
    for (const glance of ['{}', '7', '{"lines":[null]}', '{"lines":[],"at":"2026-11-21T14:20:00Z"}']) {
      summary.view = { ...states.typical.view, glance: JSON.parse(glance) as GlanceTold };
      await summary.updateComplete;
      expect(textOf(summary, '[data-section=glance]'), glance).to.equal(
        'Now What is new or asked could not be worked out. Read the sections below.',
      );
    }
  });

  it('tells nothing of two people or of the dead, even where a glance came along', async () => {
    const { glance } = toldView(states.typical);
    for (const name of ['identity-disagrees', 'deceased'] as const) {
      const summary = await draw(document.body, states[name]);
      summary.view = { ...states[name].view, ...(glance && { glance }) };
      await summary.updateComplete;
      expect(summary.renderRoot.querySelectorAll('[data-section=glance]').length, name).to.equal(0);
    }
  });

  it('says of when it is, once it is older than an engine would leave it', async () => {
    const summary = await draw(document.body, states.typical);
    const provider = summary.closest('ehch-provider');
    for (const [now, words] of [
      ['2026-11-21T14:22:00Z', 'Now since you looked, 12-Nov-2026'],
      ['2026-11-21T14:24:00Z', 'Now since you looked, 12-Nov-2026; as at 14:20'],
      ['2026-11-22T08:00:00Z', 'Now since you looked, 12-Nov-2026; as at 21-Nov-2026 14:20'],
    ] as const) {
      if (provider) provider.clock = () => now;
      summary.requestUpdate();
      await provider?.updateComplete;
      await summary.updateComplete;
      expect(textOf(summary, '[data-section=glance] .head')).to.equal(words);
    }
  });

  it('says that a last look could not be read', async () => {
    const summary = await draw(document.body, { ...states.typical, since: 'last week' });
    expect(textOf(summary, '[data-section=glance] .head')).to.equal(
      'Now since 24-Oct-2026: your last look could not be read',
    );
  });

  it('says from when it counts where the last look is not known', async () => {
    const summary = await draw(document.body, { view: states.typical.view });
    expect(textOf(summary, '[data-section=glance] .head')).to.equal(
      'Now since 24-Oct-2026: your last look is not known',
    );
  });
});
