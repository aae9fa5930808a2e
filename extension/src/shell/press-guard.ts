import type { PanelState } from './panel-state.ts';

/** [P] Milliseconds that a question must stand before a press counts as its answer. */
const READ_FIRST_MS = 500;

/** The states that ask something of which the answer can be wrong for whoever comes next. */
const ASKS: ReadonlySet<PanelState['kind']> = new Set([
  'confirm',
  'by-hand-choose',
  'by-hand-differs',
  'teaching',
]);

/**
 * Ignores a press that comes too soon after the question changed. When two people follow each other quickly, both
 * buttons stand in the same place, and the press was meant for the first person.
 */
export function pressGuard() {
  let about: string | null = null;
  let since = 0;
  return {
    saw(state: PanelState): void {
      const asked = ASKS.has(state.kind) && 'ctx' in state ? state.ctx : null;
      if (asked !== about) [about, since] = [asked, performance.now()];
    },
    counts: () => about !== null && performance.now() - since >= READ_FIRST_MS,
  };
}
