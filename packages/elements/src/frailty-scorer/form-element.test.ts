import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { ScorerRace, nameOf } from '../../test/scorer-race.ts';
import type { ScorerStep } from '../../test/scorer-race.ts';
import { FrailtyScorer } from './frailty-scorer.ts';
import './index.ts';
import '../provider/index.ts';

// The guard taken away. What the tests below prove must then fail. Those of the sessions are proved without a browser.
class WithoutClearing extends FrailtyScorer {
  protected override clear(): void {}
}
customElements.define('scorer-without-clearing', WithoutClearing);

const step: fc.Arbitrary<ScorerStep> = fc.oneof(
  fc.record({ do: fc.constant('choose' as const), resident: fc.constantFrom('a', 'b', 'c') }),
  fc.record({ do: fc.constant('type' as const) }),
  fc.record({ do: fc.constant('begin-typing' as const) }),
  fc.record({
    do: fc.constant('load' as const),
    which: fc.nat(6),
    draft: fc.constantFrom(
      'none' as const,
      'none' as const,
      'own' as const,
      'other' as const,
      'fails' as const,
    ),
  }),
  fc.record({ do: fc.constant('save' as const), which: fc.nat(6), fails: fc.boolean() }),
  fc.record({ do: fc.constant('move' as const) }),
);

/** In any order of choosing, typing and late answers, nothing typed for one resident is another's. */
function race(tag: string, runs: number): Promise<void> {
  return fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const one = new ScorerRace(tag);
      try {
        for (const next of steps) {
          await one.take(next);
          const name = one.onScreen();
          if (one.scorer.resident !== null) expect(name).to.equal(nameOf(one.scorer.resident));
          for (const text of one.texts()) expect(text).to.equal(`for ${name}`);
        }
        for (const draft of one.saved) {
          for (const answer of Object.values(draft.answers)) {
            const value = answer.state === 'given' ? answer.values[0]?.value : null;
            expect(value).to.equal(`for ${nameOf(draft.resident)}`);
          }
        }
      } finally {
        one.end();
      }
    }),
    { numRuns: runs, endOnFailure: true },
  );
}

describe('a form of one resident', () => {
  it('keeps in 1,000 random orders every answer under the resident for whom it was typed, and shows no other', async function () {
    this.timeout(120_000);
    await race('ehch-frailty-scorer', 1000);
  });

  it('fails that proof without clearing', async function () {
    this.timeout(120_000);
    let failed = false;
    await race('scorer-without-clearing', 1000).catch(() => {
      failed = true;
    });
    expect(failed).to.equal(true);
  });
});
