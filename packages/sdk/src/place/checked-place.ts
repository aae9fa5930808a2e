import { EhchError, type PlaceConfiguration } from '@ehch/clinical';
import { isPlace } from '@ehch/clinical/place';

/**
 * Guard: a page without types may give the text of a place's file, a promise of it, or the whole answer of `openPlace`. Hours, numbers
 * and homes would then be missing without a word.
 *
 * @throws {EhchError} `bad-argument`
 */
export function checkedPlace(place: unknown): PlaceConfiguration {
  if (isPlace(place)) return place;
  throw new EhchError(
    'bad-argument',
    'This `place` is no place. Give the `place` that `openPlace` or `readPlaceFile` of @ehch/sdk/place gives.',
  );
}
