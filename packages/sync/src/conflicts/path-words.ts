import type { PathStep } from '@ehch/store';

/** A path as one text, such as `activity[CarePlan/1].detail`: for comparing, and for a log of a conflict. */
export function pathWords(path: readonly PathStep[]): string {
  return path
    .map((step) =>
      typeof step === 'string' ? `.${step}` : `[${typeof step === 'number' ? step : step.key}]`,
    )
    .join('')
    .replace(/^\./, '');
}
