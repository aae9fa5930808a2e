import type { PlaceConfiguration } from './place.ts';

/** What a place has set for each instrument, as `ScoringContext.settings` takes it. */
export function instrumentSettings(
  place: Pick<PlaceConfiguration, 'instruments'> | null,
): Readonly<Record<string, unknown>> {
  const configured = Object.entries(place?.instruments ?? {});
  return Object.fromEntries(
    configured.flatMap(([id, { settings }]) => (settings === undefined ? [] : [[id, settings]])),
  );
}
