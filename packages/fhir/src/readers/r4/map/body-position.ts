import { EXTENSION, LOCAL } from '../../../codes/systems.ts';
import { conceptCodes, extensionsOf } from '../../../extensions.ts';
import { elementText } from '../elements/words.ts';
import type { Observation } from './observation-kind.ts';

/** How she was when it was measured, in the record's words: "standing". `null`: the record does not say. */
export function bodyPosition({ raw }: Observation): string | null {
  return elementText(positionOf(raw));
}

/**
 * Taken after getting up, to see how far the pressure falls: it is no part of a set of observations, and never stands for
 * her blood pressure. Known for certain of what this product wrote.
 */
export function isAfterGettingUp({ raw }: Observation): boolean {
  return conceptCodes(positionOf(raw)).some(
    ({ system, code }) => system === LOCAL && code !== 'position/lying',
  );
}

function positionOf(raw: Observation['raw']) {
  return extensionsOf(raw['extension'], EXTENSION.bodyPosition)[0];
}
