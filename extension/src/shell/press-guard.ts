import type { PanelState } from './panel-state.ts';

/** [P] Milliseconds that a question must stand before a press counts as its answer. */
const READ_FIRST_MS = 500;

/**
 * Ignores a press that comes too soon after the question changed. When two people follow each other quickly, both
 * buttons stand in the same place, and the press was meant for the first person.
 */
export function pressGuard() {
  let about: string | null = null;
  let since = 0;
  return {
    saw(state: PanelState): void {
      const asked =
        state.kind === 'confirm' || state.kind === 'by-hand-choose' || state.kind === 'by-hand-differs'
          ? state.ctx
          : null;
      if (asked !== about) [about, since] = [asked, performance.now()];
    },
    counts: () => about !== null && performance.now() - since >= READ_FIRST_MS,
  };
}
