import type { PanelState } from './panel-state.ts';

/** [P] How long a question has to stand before a press can be its answer. */
const READ_FIRST_MS = 500;

/**
 * A press in the moment in which the question changes was meant for the one before. Where two people follow each
 * other quickly, the button of the second stands where that of the first was.
 */
export function pressGuard() {
  let about: string | null = null;
  let since = 0;
  return {
    saw(state: PanelState): void {
      const asked = state.kind === 'confirm' ? state.ctx : null;
      if (asked !== about) [about, since] = [asked, performance.now()];
    },
    counts: () => about !== null && performance.now() - since >= READ_FIRST_MS,
  };
}
