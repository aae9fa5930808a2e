import { expect } from '@open-wc/testing';
import type { PlaceConfiguration, ResidentSource, ResidentView } from '@ehch/clinical';
import { openLog, type LogLine } from '@ehch/clinical/diagnostics';
import { drawProvider, shownText, textOf } from '../../test/draw-summary.ts';
import { retryIn } from '../../test/retry-in.ts';
import { states } from '../resident-summary/resident-summary.fixtures.ts';
import { PLACE } from '../resident-summary/resident-summary.fixtures.ts';
import { EhchProvider, EhchRetryEvent } from './index.ts';

// The guard taken away: what the test of a place that is none proves must then fail.
class WithoutPlaceCheck extends EhchProvider {
  protected override isPlace(_place: unknown): _place is PlaceConfiguration {
    return true;
  }
}
customElements.define('without-place-check', WithoutPlaceCheck);

/** What the escalation button says within a provider with such a place, and what the log receives. */
async function withPlace(tag: string, place: unknown): Promise<{ said: string; lines: readonly LogLine[] }> {
  const lines: LogLine[] = [];
  const close = openLog((line) => lines.push(line));
  const provider = document.createElement(tag) as EhchProvider;
  const button = document.createElement('ehch-escalation-button');
  button.view = states.typical.view;
  Object.assign(provider, { place });
  provider.append(button);
  document.body.append(provider);
  await provider.updateComplete;
  await button.updateComplete;
  const said = button.renderRoot.textContent;
  provider.remove();
  close();
  return { said, lines };
}

function recording(view: ResidentView): {
  source: ResidentSource;
  refreshed: string[];
  show(view: ResidentView): void;
} {
  const refreshed: string[] = [];
  let tell: ((view: ResidentView) => void) | undefined;
  return {
    refreshed,
    show: (next) => tell?.(next),
    source: {
      watch: (_, onView) => {
        tell = onView;
        onView(view);
      },
      refresh: (resident, section) => {
        refreshed.push(`${resident} ${section ?? 'all'}`);
        return Promise.reject(new Error('still unreachable'));
      },
    },
  };
}

async function failing() {
  const { source, refreshed, show } = recording(states['failed-section'].view);
  const provider = drawProvider({ source });
  const summary = document.createElement('ehch-resident-summary');
  summary.resident = 'resident-1';
  provider.append(summary);
  await summary.updateComplete;
  const press = () => retryIn(summary, 'medicines').click();
  return { provider, summary, refreshed, show, press };
}

describe('ehch-provider', () => {
  it('takes nothing from the HTML of a page, where a source or a place would be text', () => {
    const written = [...EhchProvider.elementProperties].filter(([, { attribute }]) => attribute !== false);
    expect(written.map(([name]) => String(name))).to.deep.equal([]);
  });

  it('reads a section again when a person asks, and lets the others stay', async () => {
    const { summary, refreshed, show, press } = await failing();
    expect(textOf(summary, '[data-section=problems]')).to.contain('Alzheimer’s dementia');
    press();
    expect(refreshed).to.deep.equal(['resident-1 medicines']);
    show(states.typical.view);
    await summary.updateComplete;
    expect(textOf(summary, '[data-section=medicines]')).to.contain('apixaban');
  });

  it('leaves no unhandled rejection in the page when reading again fails', async () => {
    const rejections: unknown[] = [];
    const listen = (event: PromiseRejectionEvent) => rejections.push(event.reason);
    window.addEventListener('unhandledrejection', listen);
    const { press } = await failing();
    press();
    // Nothing may happen, so that there is nothing to wait for: a rejection is told in a task after the one that it was left in.
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
    window.removeEventListener('unhandledrejection', listen);
    expect(rejections).to.deep.equal([]);
  });

  it('marks a retry as handled, and keeps out of one that the host handled', async () => {
    const { summary, refreshed } = await failing();
    const event = new EhchRetryEvent('resident-1', null);
    summary.dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(true);
    expect(refreshed).to.deep.equal(['resident-1 all']);
    summary.addEventListener('ehch-retry', (one) => one.preventDefault(), { once: true });
    summary.dispatchEvent(new EhchRetryEvent('resident-1', 'plan'));
    expect(refreshed).to.deep.equal(['resident-1 all']);
  });

  it('carries data in its event that nobody can change on the way', () => {
    const event = new EhchRetryEvent('resident-1', 'plan');
    expect(() => Object.assign(event, { resident: 'resident-2' })).to.throw(TypeError);
    expect(event.bubbles && event.composed && event.cancelable).to.equal(true);
  });

  it('gives components the clock and place of the nearest provider', async () => {
    const outer = drawProvider({ clock: () => '2040-01-01T12:00:00Z' });
    const inner = drawProvider({ clock: () => '2026-11-21T14:20:00Z' });
    outer.append(inner);
    const summary = document.createElement('ehch-resident-summary');
    summary.view = states.typical.view;
    inner.append(summary);
    await summary.updateComplete;
    expect(shownText(summary.renderRoot)).to.contain('14-Jul-1941 (85y)');
  });

  const NO_PLACES: readonly (readonly [string, unknown])[] = [
    ['the answer of openPlace', { place: PLACE, faults: [], keep: null }],
    ['the text of the file', JSON.stringify(PLACE)],
    ['a promise', Promise.resolve(PLACE)],
    ['half a place', { id: 'dale' }],
  ];
  for (const [what, place] of NO_PLACES)
    it(`takes ${what} as no place: the log says so, and every component goes on without one`, async () => {
      const { said, lines } = await withPlace('ehch-provider', place);
      expect(said).to.contain('ASHWORTH').and.to.contain('no place file is in force');
      expect(lines).to.deep.equal([
        { kind: 'caught', place: 'elements/place', part: null, code: 'bad-argument' },
      ]);
    });

  it('breaks components by such a place without its check', async () => {
    const { said } = await withPlace('without-place-check', { place: PLACE });
    expect(said).not.to.contain('ASHWORTH');
  });

  it('takes what a framework clears with undefined as not given: no drill, no place, no source', async () => {
    const provider = drawProvider();
    const nothing = { source: undefined, actions: undefined, device: undefined, place: undefined };
    Object.assign(provider, { ...nothing, clock: undefined, drill: undefined });
    const summary = document.createElement('ehch-resident-summary');
    summary.resident = 'resident-1';
    provider.append(summary);
    await provider.updateComplete;
    await summary.updateComplete;
    expect(shownText(provider.renderRoot)).to.equal('');
    expect(summary.renderRoot.textContent)
      .to.contain('this page has no source of data')
      .and.to.contain('no place file is in force');
  });

  it('takes no room and no part in the layout of what it wraps', () => {
    expect(getComputedStyle(drawProvider()).display).to.equal('contents');
  });
});
