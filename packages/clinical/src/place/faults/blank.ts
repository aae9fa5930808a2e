import { plainText } from '../../display/plain-text.ts';
import { refused, type PlaceFault, type PlacePath, type PlaceRule } from './fault.ts';

/** A field with spaces or unseen marks alone says nothing, and looks as if it did. */
export const saysSomething: PlaceRule = (place) => blankIn(place, []);

function blankIn(value: unknown, path: PlacePath): readonly PlaceFault[] {
  if (typeof value === 'string')
    return plainText(value) === ''
      ? [refused(path, 'Nothing is to be seen here. Write it, or take the field out.')]
      : [];
  // An instrument judges its own settings.
  if (typeof value !== 'object' || value === null || path.at(-1) === 'settings') return [];
  return Object.entries(value).flatMap(([name, one]) =>
    blankIn(one, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}
