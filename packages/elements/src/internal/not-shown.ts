import type { Shown } from './resident-element.ts';

/** Why nothing of a resident is on screen, in words. Each reason has its own. */
export function notShown({ state }: Exclude<Shown, { state: 'view' }>): string {
  switch (state) {
    case 'nobody':
      return 'No resident chosen.';
    case 'loading':
      return 'Loading. Nothing is known yet.';
    case 'no-source':
      return 'Could not show: this page has no source of data for this component.';
    case 'failed':
      return 'Could not show: the source of data failed.';
    case 'mismatch':
      return 'Could not show: the data are about another resident. Nothing of them is shown.';
  }
}
