import type { PlaceConfiguration } from '../place/place.ts';
import { checkNhsNumber } from '../rules/nhs-number.ts';
import type { Instant } from '../time/types.ts';
import { KIT_VERSION } from './kit-version.ts';

/** What a component knows of itself when somebody reports that something went wrong. */
export interface IncidentFacts {
  /** The tag, such as `ehch-escalation-button`. */
  readonly component: string;
  readonly at: Instant;
  readonly place: PlaceConfiguration | null;
  /** What stood on screen, as codes: `limits=known/recorded/current`. */
  readonly codes: readonly string[];
  /** What the reporter writes. */
  readonly words: string;
}

/**
 * The text of a report. It identifies nobody: of a record it holds the states of its sections, and no value. What the reporter
 * writes is theirs, and stands apart.
 */
export function incidentReport({ component, at, place, codes, words }: IncidentFacts): string {
  return [
    'EHCH Kit: report of an incident',
    `Component: ${coded(component)}`,
    `Kit version: ${KIT_VERSION}`,
    `Place file: ${placeWords(place)}`,
    `Time by this device: ${coded(at)}`,
    `On screen: ${codes.length === 0 ? 'nothing' : codes.map(coded).join('; ')}`,
    '',
    'In the words of whoever reports:',
    words.trim() === '' ? '(nothing was written)' : words.trim(),
  ].join('\n');
}

function placeWords(place: PlaceConfiguration | null): string {
  if (place === null) return 'none';
  const { id, version, dated, ladder, refusedNewer, signedOff } = place;
  return [
    `${coded(id)} version ${coded(version)} of ${coded(dated)}`,
    signedOff === null ? 'not signed off' : 'signed off',
    ladder === undefined ? 'no ladder' : `ladder ${coded(ladder.version)}`,
    ...(refusedNewer === undefined
      ? []
      : [refusedNewer.isUnfetched ? NOT_FETCHED : 'a newer file was refused']),
  ].join(', ');
}

const NOT_FETCHED = 'the file could not be fetched again';

/** Guard: what is no short code may be somebody's words, and words may name somebody. */
function coded(text: string): string {
  return /^[\w.:+=/-]{1,80}$/.test(text) && !/\d{10}/.test(text) ? text : '(not a code)';
}

/** Whether what somebody wrote has an NHS number in it, which a report must not carry. */
export function namesSomebody(words: string): boolean {
  return (words.match(/\d[\d -]{8,}\d/g) ?? []).some((digits) => checkNhsNumber(digits).valid);
}
