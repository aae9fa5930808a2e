import type { CareActions, CareIntent, KeptDraft } from '@ehch/clinical';
import type { Draft } from '@ehch/clinical/form';
import type {
  EhchAnswerEvent,
  EhchAssessmentFinishedEvent,
  FrailtyScorer,
} from '../src/frailty-scorer/index.ts';
import { NURSE, states } from '../src/frailty-scorer/frailty-scorer.fixtures.ts';
import { controlIn, findControl } from './controls.ts';
import type { Control } from './controls.ts';
import { settled } from './draw-scorer.ts';
import { drawProvider, shownText } from './draw-summary.ts';

/** What a reader sees of a part of the scorer. */
export function textIn(scorer: FrailtyScorer, selector = '.base'): string {
  const part = scorer.renderRoot.querySelector(selector);
  if (part === null) throw new Error(`Nothing is drawn at ${selector}`);
  return shownText(part);
}

/** Presses as often as that, faster than anything is drawn. */
export async function press(scorer: FrailtyScorer, what: Control, times = 1): Promise<void> {
  const control = controlIn(scorer.renderRoot, what);
  for (let n = 0; n < times; n += 1) control.click();
  await settled(scorer);
}

/** Signs, and says yes when few answers are asked back. */
export async function sign(scorer: FrailtyScorer): Promise<void> {
  await press(scorer, '[data-press=finish]');
  const again = findControl(scorer.renderRoot, { kind: 'finish', despiteFew: true });
  if (again !== null) await press(scorer, { kind: 'finish', despiteFew: true });
}

/** One option of one question. */
export function radio(scorer: FrailtyScorer, key: string, value: string): HTMLInputElement {
  const found = scorer.renderRoot.querySelector<HTMLInputElement>(
    `[data-key="${key}"] input[value="${value}"]`,
  );
  if (found === null) throw new Error(`No option ${value} at ${key}`);
  return found;
}

/** A port whose every answer the test gives. */
export function port(part: Partial<CareActions> = {}) {
  const intents: CareIntent[] = [];
  const saved: Draft[] = [];
  const actions: CareActions = {
    saveDraft: (draft) => {
      saved.push(draft);
      return Promise.resolve({ where: 'memory' });
    },
    loadDraft: () => Promise.resolve(null),
    enqueue: (intent) => {
      intents.push(intent);
      return Promise.resolve({ state: 'held-in-memory' });
    },
    watchReceipt: () => undefined,
    ...part,
  };
  return { actions, intents, saved };
}

/** A scorer with a port, and all that is heard of it. */
export async function openScorer(
  assessment: string,
  actions: CareActions,
  part: Partial<FrailtyScorer> = {},
) {
  const provider = drawProvider({ actions });
  const scorer = document.createElement('ehch-frailty-scorer');
  Object.assign(scorer, { view: states['news2-empty'].view, assessment, author: NURSE, ...part });
  const finished: EhchAssessmentFinishedEvent[] = [];
  const answers: EhchAnswerEvent[] = [];
  scorer.addEventListener('ehch-assessment-finished', (event) => finished.push(event));
  scorer.addEventListener('ehch-answer', (event) => answers.push(event));
  provider.append(scorer);
  await settled(scorer);
  return { provider, scorer, finished, answers };
}

/** A draft as a port gives it that cannot tell two savings apart. */
export function keptDraft(draft: Draft | null | undefined): KeptDraft | null {
  return draft ? { draft } : null;
}
