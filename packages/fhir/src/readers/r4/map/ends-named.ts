import type { ObservationKind } from '../../../codes/observation-codes.ts';
import { EXTENSION, RECORD_ID } from '../../../codes/systems.ts';
import { isObject, textAt } from '../../../entry.ts';
import { extensionsOf } from '../../../extensions.ts';
import { elementName } from '../elements/words.ts';
import type { Held } from '../record.ts';
import { kindOf } from './kind-of-code.ts';

/** The words under which an extension that nobody reads stands beside a fact. */
const NAME = elementName('extension', { url: EXTENSION.ends });

/** The kinds of which a newer setting ends an earlier one by name. */
const SETTINGS: readonly (ObservationKind | null)[] = ['last-days', 'variation', 'usual-news2', 'targetSpo2'];

/** The records that a setting ends, by name. `null`: one of the names cannot be read, or it is no setting. */
function namesIn(held: Held<'Observation'>): readonly string[] | null {
  if (!SETTINGS.includes(kindOf(held.value.code))) return null;
  const names = extensionsOf(held.raw['extension'], EXTENSION.ends).map((one) => {
    const reference = one['valueReference'];
    const identifier = isObject(reference) ? reference['identifier'] : null;
    const isOurs = textAt(identifier, 'system') === RECORD_ID && Object.keys(one).length === 2;
    return isOurs ? textAt(identifier, 'value') : null;
  });
  return names.every((name) => name !== null) ? names : null;
}

/** The records that a setting ends, as far as they are named. */
export function endsNamed(held: Held<'Observation'>): readonly string[] {
  return namesIn(held) ?? [];
}

/** What the words of an observation leave out. The names by which it ends others are read, where all of them can be. */
export function moreOfObservation(held: Held<'Observation'>): Held['more'] {
  return namesIn(held) === null ? held.more : held.more.filter(({ name }) => name !== NAME);
}
