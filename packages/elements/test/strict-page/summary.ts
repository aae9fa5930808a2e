import type { SummaryState } from '../../src/resident-summary/resident-summary.fixtures.ts';
import { reportToParent } from './report.ts';

// A host page with the strictest policy, which draws every state of the summary.
await reportToParent(async () => {
  const answersLate = await isAnsweredLate();
  const { NOW, states, toldView } = await import('../../src/resident-summary/resident-summary.fixtures.ts');
  let drawn = 0;
  let isStyled = false;
  for (const state of Object.values<SummaryState>(states)) {
    for (const compact of [false, true]) {
      const provider = document.createElement('ehch-provider');
      const summary = document.createElement('ehch-resident-summary');
      provider.clock = () => NOW;
      summary.view = toldView(state);
      summary.compact = compact;
      provider.append(summary);
      document.body.append(provider);
      await summary.updateComplete;
      const base = summary.renderRoot.querySelector('.base');
      if (base !== null && base.textContent.length > 50) drawn += 1;
      isStyled ||= base !== null && getComputedStyle(base).backgroundColor === 'rgb(240, 244, 245)';
      provider.remove();
    }
  }
  return {
    drawn,
    proofs: { styled: isStyled, 'answered by a provider that is defined after its components': answersLate },
  };
});

/** A component whose provider's code comes later must still be answered. */
async function isAnsweredLate(): Promise<boolean> {
  await import('../../src/resident-summary/index.ts');
  const early = document.createElement('ehch-provider');
  const waiting = document.createElement('ehch-resident-summary');
  waiting.resident = 'resident-1';
  early.append(waiting);
  document.body.append(early);
  await waiting.updateComplete;
  Object.assign(early, { source: { watch: () => undefined, refresh: () => Promise.resolve() } });
  await import('../../src/index.ts');
  await customElements.whenDefined('ehch-provider');
  await early.updateComplete;
  await waiting.updateComplete;
  const answered = (waiting.renderRoot.textContent ?? '').includes('Loading');
  early.remove();
  return answered;
}
