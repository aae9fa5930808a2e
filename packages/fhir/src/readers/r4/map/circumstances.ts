import { EXTENSION } from '../../../codes/systems.ts';
import { listAt } from '../../../entry.ts';
import { extensionsOf } from '../../../extensions.ts';
import { joined } from '../../../text.ts';
import { elementText } from '../elements/words.ts';
import type { Held } from '../record.ts';

/** The circumstances in which a wish or goal applies. Without them it would be a different wish. */
export function preconditionOf({ raw }: Pick<Held, 'raw'>): string | null {
  const places = [raw['extension'], raw['description']].flatMap((place) =>
    Array.isArray(place) ? place : listAt(place, 'extension'),
  );
  const found = extensionsOf(places, EXTENSION.precondition);
  return joined(found.map(elementText), '; ');
}

/** How long a treatment is to be tried. */
export function trialPeriodOf({ raw }: Pick<Held, 'raw'>): string | null {
  const found = extensionsOf(raw['extension'], EXTENSION.trialPeriod);
  return joined(found.map(elementText), '; ');
}
