import { expect } from '@open-wc/testing';
import { HELD, ReadingPace, WHOLE } from './reading-pace.ts';

const clock = { now: globalThis.performance.now.bind(performance), later: globalThis.setTimeout };

/** How long the pace waits before the next looks, after one that took so long; `null`: there was none. */
function waitsAfter(
  costMs: number | null,
  ask: (pace: ReadingPace) => void,
  pace = WHOLE,
): readonly (number | undefined)[] {
  let now = 1000;
  const waits: (number | undefined)[] = [];
  performance.now = () => now;
  Object.assign(globalThis, { setTimeout: (_: () => void, ms?: number) => waits.push(ms) });
  try {
    const made = new ReadingPace(pace, () => undefined);
    if (costMs !== null) made.measure(() => (now += costMs));
    ask(made);
  } finally {
    performance.now = clock.now;
    globalThis.setTimeout = clock.later;
  }
  return waits;
}
const afterChange = (costMs: number | null, pace = WHOLE) =>
  waitsAfter(costMs, (made) => made.afterChange(), pace);
const afterConcern = (costMs: number) => waitsAfter(costMs, (made) => made.afterConcern());
const withoutChange = (costMs: number, pace = WHOLE) =>
  waitsAfter(costMs, (made) => made.withoutChange(), pace);

describe('how often a host page is read', () => {
  it('reads a quick page soon after a change, and the words of a person on screen sooner', () => {
    expect(afterChange(0)).to.deep.equal([100]);
    expect(afterChange(null), 'before the first reading').to.deep.equal([100]);
    expect(afterChange(0, HELD)).to.deep.equal([0]);
  });

  it('takes at most 5 ms of a second to read a slow page whole, and reads the slowest every three seconds', () => {
    expect(afterChange(5)).to.deep.equal([1000]);
    expect(afterChange(50)).to.deep.equal([3000]);
  });

  it('looks at the words of a person within 68 ms and one frame, however slow the page', () => {
    expect(afterChange(0.125, HELD)).to.deep.equal([62.5]);
    expect(afterChange(5, HELD)).to.deep.equal([68]);
    expect(withoutChange(5, HELD)).to.deep.equal([68]);
  });

  it('plans once for a burst of changes, and once for a change that comes while a look is due anyway', () => {
    const burst = (pace: ReadingPace) => {
      pace.withoutChange();
      for (let times = 0; times < 5; times += 1) pace.afterChange();
    };
    expect(waitsAfter(5, burst, HELD)).to.deep.equal([68]);
  });

  it('reads the page within 200 ms when the change may be another banner', () => {
    expect(afterConcern(0)).to.deep.equal([40]);
    expect(afterConcern(5)).to.deep.equal([100]);
    expect(afterConcern(50)).to.deep.equal([200]);
  });

  it('reads a page without changes again after a second, because a style sheet changes without a mutation', () => {
    expect(withoutChange(0)).to.deep.equal([1000]);
    expect(withoutChange(10)).to.deep.equal([2000]);
    expect(withoutChange(0, HELD)).to.deep.equal([68]);
  });

  it('keeps an earlier plan, so that a busy page cannot put its own reading off for ever', () => {
    expect(
      waitsAfter(0, (pace) => {
        pace.afterChange();
        pace.afterChange();
        pace.withoutChange();
      }),
    ).to.deep.equal([100]);
  });

  it('plans an earlier reading before a later one, and plans anew after it was stopped', () => {
    expect(
      waitsAfter(0, (pace) => {
        pace.withoutChange();
        pace.afterChange();
        pace.afterConcern();
        pace.stop();
        pace.withoutChange();
      }),
    ).to.deep.equal([1000, 100, 40, 1000]);
  });

  it('looks after a change once the browser has laid out the page, and without one at once', async () => {
    const observed: string[] = [];
    const { observe } = IntersectionObserver.prototype;
    const lookedAt = (ask: (pace: ReadingPace) => void) =>
      new Promise<readonly string[]>((resolve) => {
        observed.splice(0);
        const pace = new ReadingPace({ ...HELD, sanityMs: 1 }, () => {
          pace.stop();
          resolve([...observed]);
        });
        ask(pace);
      });
    IntersectionObserver.prototype.observe = function (target) {
      observed.push(target.localName);
      observe.call(this, target);
    };
    try {
      expect(await lookedAt((pace) => pace.afterChange())).to.deep.equal(['html']);
      expect(await lookedAt((pace) => pace.withoutChange())).to.deep.equal([]);
    } finally {
      IntersectionObserver.prototype.observe = observe;
    }
  });

  it('looks after a change also where the browser draws nothing', async () => {
    const { observe } = IntersectionObserver.prototype;
    IntersectionObserver.prototype.observe = () => undefined;
    try {
      await new Promise<void>((resolve) => {
        const pace = new ReadingPace(HELD, () => {
          pace.stop();
          resolve();
        });
        pace.afterChange();
      });
    } finally {
      IntersectionObserver.prototype.observe = observe;
    }
  });
});
