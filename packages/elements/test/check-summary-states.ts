import type { SummaryState } from '../src/resident-summary/resident-summary.fixtures.ts';
import { checkStates } from './check-states.ts';
import { draw } from './draw-summary.ts';

/** What every component promises, of the summary in one of its forms. A form is a file of its own: an axe run takes its time. */
export function checkSummaryStates(
  states: Readonly<Record<string, SummaryState>>,
  form: 'full' | 'compact',
): void {
  checkStates(
    Object.entries(states).map(([name, state]) => ({
      name: `${name}, ${form}`,
      draw: (box: HTMLElement) => draw(box, state, { compact: form === 'compact' }),
    })),
  );
}
