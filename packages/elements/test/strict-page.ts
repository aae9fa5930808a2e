import type { ScorerState } from '../src/frailty-scorer/frailty-scorer.fixtures.ts';
import type { SummaryState } from '../src/resident-summary/resident-summary.fixtures.ts';

// A host page with the strictest policy. It draws every state and reports to its parent.
const violations: string[] = [];
const errors: string[] = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) =>
  violations.push(`${violatedDirective} ${sample}`),
);
window.addEventListener('error', ({ message }) => errors.push(message));
window.addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));

const before = new Set(Object.getOwnPropertyNames(window));
let drawn = 0;
let styled = false;
let answeredLate = false;
let fetchedLate = false;
try {
  // A component whose provider's code comes later must still be answered.
  await import('../src/resident-summary/index.ts');
  const early = document.createElement('ehch-provider');
  const waiting = document.createElement('ehch-resident-summary');
  waiting.resident = 'resident-1';
  early.append(waiting);
  document.body.append(early);
  await waiting.updateComplete;
  Object.assign(early, { source: { watch: () => undefined, refresh: () => Promise.resolve() } });
  await import('../src/index.ts');
  await customElements.whenDefined('ehch-provider');
  await early.updateComplete;
  await waiting.updateComplete;
  answeredLate = (waiting.renderRoot.textContent ?? '').includes('Loading');
  early.remove();
  const { NOW, states } = await import('../src/resident-summary/resident-summary.fixtures.ts');
  for (const state of Object.values<SummaryState>(states)) {
    for (const compact of [false, true]) {
      const provider = document.createElement('ehch-provider');
      const summary = document.createElement('ehch-resident-summary');
      provider.clock = () => NOW;
      summary.view = state.view;
      summary.compact = compact;
      provider.append(summary);
      document.body.append(provider);
      await summary.updateComplete;
      const base = summary.renderRoot.querySelector('.base');
      if (base !== null && base.textContent.length > 50) drawn += 1;
      styled ||= base !== null && getComputedStyle(base).backgroundColor === 'rgb(240, 244, 245)';
      provider.remove();
    }
  }
  await drawScorers();
} catch (error) {
  errors.push(String(error));
}

/** The scorer's own assessments are fetched when they are needed: the policy must let them in, and nothing says so but this. */
async function fetchAssessments(): Promise<void> {
  const { states } = await import('../src/frailty-scorer/frailty-scorer.fixtures.ts');
  const scorer = document.createElement('ehch-frailty-scorer');
  document.body.append(Object.assign(scorer, states.chooser));
  await scorer.updateComplete;
  const before = scorer.renderRoot.textContent ?? '';
  for (let tries = 0; tries < 200 && scorer.renderRoot.querySelector('.chooser') === null; tries += 1) {
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  fetchedLate =
    before.includes('Loading the assessments') && scorer.renderRoot.querySelector('.chooser') !== null;
  scorer.remove();
}

/** Every state of the scorer; each that is open is printed and copied too. */
async function drawScorers(): Promise<void> {
  await fetchAssessments();
  const { NOW, actionsOf, states } = await import('../src/frailty-scorer/frailty-scorer.fixtures.ts');
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
    for (const selector of ['', ...press, '[data-press=print]', '[data-press=copy]']) {
      if (selector !== '') scorer.renderRoot.querySelector<HTMLElement>(selector)?.click();
      await new Promise((resolve) => {
        setTimeout(resolve, 0);
      });
      await scorer.updateComplete;
    }
    const base = scorer.renderRoot.querySelector('.base');
    if (base !== null && base.textContent.trim() !== '') drawn += 1;
    provider.remove();
  }
}
const globals = Object.getOwnPropertyNames(window).filter((name) => !before.has(name));
parent.postMessage({ violations, errors, drawn, styled, answeredLate, fetchedLate, globals }, '*');
