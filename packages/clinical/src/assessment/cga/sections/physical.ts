import { group } from './fields.ts';
import { comfort } from './physical/comfort.ts';
import { continence } from './physical/continence.ts';
import { eating } from './physical/eating.ts';
import { fallsAndFeet } from './physical/falls.ts';
import { illness } from './physical/illness.ts';
import { skin } from './physical/skin.ts';

/** Section 2, in six groups [P]: each is closed to one line on screen, and asks for more only where an answer says so. */
export const physical = group(
  'physical',
  'Physical',
  illness,
  fallsAndFeet,
  skin,
  eating,
  continence,
  comfort,
);
