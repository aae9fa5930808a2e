/** A moment in time: ISO 8601 with seconds and an offset, such as `2026-11-21T14:20:00Z`. */
export type Instant = string;

/** A day of the calendar in Europe/London: `2026-11-21`. */
export type CivilDate = string;

/**
 * A date that may be known only in part, as FHIR allows: `1941`, `1941-07`, `1941-07-14`, or an {@link Instant}.
 * It stays partial: nothing pads it to a day that nobody recorded.
 */
export type PartialDate = string;

/** Returns the present moment. Time enters only here, so that the demo can move it and tests can fix it. */
export type Clock = () => Instant;
