import type { EhchProvider } from '../src/provider/index.ts';
import '../src/index.ts';
import type { WhatChanged } from '../src/what-changed/index.ts';
import type { ResidentSummary } from '../src/resident-summary/index.ts';
import { NOW, PLACE, toldView } from '../src/resident-summary/resident-summary.fixtures.ts';
import type { SummaryState } from '../src/resident-summary/resident-summary.fixtures.ts';
import { shownText } from './shown-text.ts';

export { shownText };

const drawn = new Set<Element>();

afterEach(() => {
  for (const one of drawn) one.remove();
  drawn.clear();
});

/** Draws one named state as a page would. What is drawn in a test goes after it; a given box keeps it. */
export async function draw(
  box: HTMLElement,
  state: SummaryState,
  form: Partial<Pick<ResidentSummary, 'compact' | 'hideBanner' | 'headingLevel'>> = {},
): Promise<ResidentSummary> {
  const provider = document.createElement('ehch-provider');
  const summary = document.createElement('ehch-resident-summary');
  provider.clock = () => NOW;
  provider.place = state.place ?? PLACE;
  Object.assign(summary, form);
  summary.view = toldView(state);
  summary.resident = state.resident ?? null;
  provider.append(summary);
  box.append(provider);
  if (box === document.body) drawn.add(provider);
  await summary.updateComplete;
  return summary;
}

/** Draws what changed on its own. */
export async function drawChanges(box: HTMLElement, state: SummaryState): Promise<WhatChanged> {
  const element = document.createElement('ehch-what-changed');
  element.view = state.view;
  element.resident = state.resident ?? null;
  element.since = state.since ?? null;
  box.append(element);
  if (box === document.body) drawn.add(element);
  await element.updateComplete;
  return element;
}

/** A provider with nothing in it, gone after the test. */
export function drawProvider(part: Partial<EhchProvider> = {}): EhchProvider {
  const provider = document.createElement('ehch-provider');
  provider.clock = () => NOW;
  Object.assign(provider, part);
  document.body.append(provider);
  drawn.add(provider);
  return provider;
}

/** What a reader sees of a part, with single spaces. */
export function textOf(summary: ResidentSummary, selector: string): string {
  const part = summary.renderRoot.querySelector(selector);
  if (part === null) throw new Error(`Nothing is drawn at ${selector}`);
  return shownText(part);
}
