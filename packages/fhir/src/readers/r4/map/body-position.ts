import { EXTENSION, LOCAL } from '../../../codes/systems.ts';
import { conceptCodes, extensionsOf } from '../../../extensions.ts';
import { elementText } from '../elements/words.ts';
import type { Observation } from './observation-kind.ts';

/**
 * The resident's position at the measurement, in the record's words: "standing". `null`: the record does not
 * say.
 */
export function bodyPosition({ raw }: Observation): string | null {
  return elementText(positionOf(raw));
}

/**
 * Whether a pressure was taken after standing up, to see how far it falls. It is no part of a set of
 * observations, and never stands for the resident's usual blood pressure. Certain only for records that this
 * product wrote.
 */
export function isAfterGettingUp({ raw }: Observation): boolean {
  return conceptCodes(positionOf(raw)).some(
    ({ system, code }) => system === LOCAL && code !== 'position/lying',
  );
}

function positionOf(raw: Observation['raw']) {
  return extensionsOf(raw['extension'], EXTENSION.bodyPosition)[0];
}
