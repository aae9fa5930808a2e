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
} catch (error) {
  errors.push(String(error));
}
const globals = Object.getOwnPropertyNames(window).filter((name) => !before.has(name));
parent.postMessage({ violations, errors, drawn, styled, answeredLate, globals }, '*');
