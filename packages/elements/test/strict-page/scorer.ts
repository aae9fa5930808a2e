import type { ScorerState } from '../../src/frailty-scorer/frailty-scorer.fixtures.ts';
import { findControl } from '../controls.ts';
import { reportToParent } from './report.ts';

// A host page with the strictest policy, which draws every state of the scorer; each that is open is printed and copied too.
await reportToParent(async () => {
  await import('../../src/index.ts');
  const isFetched = await areAssessmentsFetched();
  const { NOW, actionsOf, states } = await import('../../src/frailty-scorer/frailty-scorer.fixtures.ts');
  let drawn = 0;
  for (const { actions = 'none', press = [], place = null, ...properties } of Object.values<ScorerState>(
    states,
  )) {
    const provider = document.createElement('ehch-provider');
    provider.clock = () => NOW;
    provider.place = place;
    if (actions !== 'none') provider.actions = actionsOf(actions);
    const scorer = document.createElement('ehch-frailty-scorer');
    provider.append(Object.assign(scorer, properties));
    document.body.append(provider);
    for (const control of [null, ...press, '[data-press=print]', '[data-press=copy]']) {
      if (control !== null) findControl(scorer.renderRoot, control)?.click();
      await new Promise((resolve) => {
        setTimeout(resolve, 0);
      });
      await scorer.updateComplete;
    }
    const base = scorer.renderRoot.querySelector('.base');
    if (base !== null && base.textContent.trim() !== '') drawn += 1;
    provider.remove();
  }
  return { drawn, proofs: { 'fetched when they are needed': isFetched } };
});

/** The scorer's own assessments are fetched when they are needed: the policy must let them in, and nothing says so but this. */
async function areAssessmentsFetched(): Promise<boolean> {
  const { states } = await import('../../src/frailty-scorer/frailty-scorer.fixtures.ts');
  const scorer = document.createElement('ehch-frailty-scorer');
  document.body.append(Object.assign(scorer, states.chooser));
  await scorer.updateComplete;
  const before = scorer.renderRoot.textContent ?? '';
  for (let tries = 0; tries < 200 && scorer.renderRoot.querySelector('.chooser') === null; tries += 1) {
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  const isFetched =
    before.includes('Loading the assessments') && scorer.renderRoot.querySelector('.chooser') !== null;
  scorer.remove();
  return isFetched;
}
