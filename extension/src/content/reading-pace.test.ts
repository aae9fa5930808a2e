import { expect } from '@open-wc/testing';
import { ReadingPace } from './reading-pace.ts';

type Presence = Parameters<ReadingPace['afterChange']>[0];

const clock = { now: globalThis.performance.now.bind(performance), later: globalThis.setTimeout };

/** How long the pace waits before the next reading, after one that took so long; `null`: there was none. */
function waitAfter(costMs: number | null, ask: (pace: ReadingPace) => void): readonly (number | undefined)[] {
  let now = 1000;
  const waits: (number | undefined)[] = [];
  performance.now = () => now;
  Object.assign(globalThis, { setTimeout: (_: () => void, ms?: number) => waits.push(ms) });
  try {
    const pace = new ReadingPace(() => undefined);
    if (costMs !== null) pace.measure(() => (now += costMs));
    ask(pace);
  } finally {
    performance.now = clock.now;
    globalThis.setTimeout = clock.later;
  }
  return waits;
}
const afterChange = (costMs: number | null, presence: Presence) =>
  waitAfter(costMs, (pace) => pace.afterChange(presence));
const withoutChange = (costMs: number, presence: Presence) =>
  waitAfter(costMs, (pace) => pace.withoutChange(presence));

describe('how often a host page is read', () => {
  it('reads a quick page soon after a change, sooner while a person is on screen', () => {
    expect(afterChange(0, 'nobody')).to.deep.equal([100]);
    expect(afterChange(0, 'somebody')).to.deep.equal([40]);
    expect(afterChange(1, 'somebody')).to.deep.equal([40]);
    expect(afterChange(null, 'nobody'), 'before the first reading').to.deep.equal([100]);
  });

  it('takes at most 5 ms of a second from a slow page that shows nobody, and 50 ms from one with a person', () => {
    expect(afterChange(5, 'nobody')).to.deep.equal([1000]);
    expect(afterChange(50, 'somebody')).to.deep.equal([1000]);
  });

  it('reads a page without changes again after a second, because a style sheet changes without a mutation', () => {
    expect(withoutChange(0, 'nobody')).to.deep.equal([1000]);
    expect(withoutChange(0, 'somebody')).to.deep.equal([1000]);
    expect(withoutChange(20, 'nobody')).to.deep.equal([4000]);
  });

  it('keeps an earlier plan, so that a busy page cannot put its own reading off for ever', () => {
    expect(
      waitAfter(0, (pace) => {
        pace.afterChange('somebody');
        pace.afterChange('somebody');
        pace.withoutChange('somebody');
      }),
    ).to.deep.equal([40]);
  });

  it('plans an earlier reading before a later one, and plans anew after it was stopped', () => {
    expect(
      waitAfter(0, (pace) => {
        pace.withoutChange('somebody');
        pace.afterChange('somebody');
        pace.stop();
        pace.withoutChange('somebody');
      }),
    ).to.deep.equal([1000, 40, 1000]);
  });
});
