import type { PlaceConfiguration } from './place.ts';

/** Returns the place's settings for each instrument, in the form of `ScoringContext.settings`. */
export function instrumentSettings(
  place: Pick<PlaceConfiguration, 'instruments'> | null,
): Readonly<Record<string, unknown>> {
  const configured = Object.entries(place?.instruments ?? {});
  return Object.fromEntries(
    configured.flatMap(([id, { settings }]) => (settings === undefined ? [] : [[id, settings]])),
  );
}
