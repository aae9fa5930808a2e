import type { ReadElement, Source } from '../banner/reading.ts';
import type { Field } from '../hosts/template.ts';
import { findField, type Place } from './find-field.ts';
import { EVERY_READ_GUARD, type ReadGuards } from './guards.ts';
import { afterLabel, collapsed } from './label-text.ts';
import { getAttribute, hasInside, matches, selectInElement, textContent } from './native.ts';
import { isoDate, ukDate } from './parse-date.ts';
import { oneLine } from './one-line.ts';
import { parsers, type Parsed } from './parsers.ts';
import { readSource, textOf } from './source.ts';
import { copiesIn, isTooLong, LONGEST, WRITTEN_BY_ANYBODY } from './words.ts';

/** Words. No number and no date is written in more, not even digit by digit. */
const MOST_WORDS = 10;

/** Ten digits in the groups of an NHS number. They may be a CHI number, or have a wrong digit: no parser reads them. */
const ANY_NUMBER = /(?<!\d)\d{3}(\D?)\d{3}\1\d{4}(?!\d)/g;

/** What reading one field came to. Only `read` says something of a person. */
export interface FieldReading {
  readonly state: 'read' | FieldTrouble;
  readonly parsed: Parsed;
  /** What was looked at, and has to be watched. */
  readonly elements: readonly ReadElement[];
}

export type FieldTrouble =
  /** The path leads nowhere, or to no element that says the label. */
  | 'nothing'
  /** One path leads to more than one place that a person sees. */
  | 'several'
  /** Places that a person sees, or a date and its hidden copy, say different things. */
  | 'contradictory'
  /** A person cannot see what stands there. */
  | 'not-seen'
  /** A control stands in it: what that shows can change without notice. */
  | 'control'
  /** No parser of the field reads the text. */
  | 'not-understood';

/** Reads one field of a banner. It never guesses between two places, and takes nothing that a person cannot see. */
export function readField(
  root: Document | Element,
  field: Field,
  look: (source: Source) => ReadElement = readSource,
  guards = EVERY_READ_GUARD,
): FieldReading {
  const found = findField(root, field);
  if (found.some((places) => places === null)) return trouble('several', []);
  const places = found.flatMap((each) => each ?? []);
  if (places.length === 0) return trouble('nothing', []);
  // A whole part of the page: the path leads too far up.
  if (places.some(({ source }) => source.read === 'text' && isTooLong(source.element)))
    return trouble('not-understood', []);
  const looks = new Map(places.map((place) => [place, lookAt(place)]));
  const isSeen = (place: Place) =>
    looks.get(place)?.every((each, at) => each.isSeen || (at > 0 && !guards.labelSeen));
  const elements = [...looks.values()].flat();
  const seen = found.map((each) => (each ?? []).filter(isSeen));
  if (guards.onePlace && seen.some((each) => each.length > 1)) return trouble('several', elements);
  const values = distinct(seen.flat()).map((place) => valueOf(place, field, guards));
  return { ...together(values, guards), elements };

  /** The place, and after it its label where that is another element. */
  function lookAt({ source, label }: Place): readonly ReadElement[] {
    const ofLabel = label ? [look({ element: label, read: 'text', sight: 'shown' })] : [];
    return [look(source), ...ofLabel];
  }
}

type Value = Pick<FieldReading, 'state' | 'parsed'>;

/** Two paths may lead to the same place. */
function distinct(places: readonly Place[]): readonly Place[] {
  return [...new Map(places.map((place) => [place.source.element, place])).values()];
}

/** All places that are seen count, and a field is read only where they agree. */
function together(values: readonly Value[], { placesAgree }: ReadGuards): Value {
  const [first, ...more] = values;
  if (first === undefined) return { state: 'not-seen', parsed: {} };
  const wrong = values.find(({ state }) => state !== 'read');
  if (wrong) return wrong;
  const isSame =
    !placesAgree || more.every(({ parsed }) => JSON.stringify(parsed) === JSON.stringify(first.parsed));
  return isSame ? first : { state: 'contradictory', parsed: {} };
}

function valueOf({ source }: Place, field: Field, guards: ReadGuards): Value {
  const isWhole = source.read === 'text' || typeof source.read === 'object';
  if (isWhole && holdsControl(source.element)) return none('control');
  const text = partOf(textOf(source), field);
  if (text === null) return none('not-understood');
  const value = together(
    parsedOf(text, field).map((parsed) => ({ state: 'read', parsed })),
    guards,
  );
  if (value.state === 'not-seen') return none('not-understood');
  const { parsed } = value;
  const isDoubted =
    (guards.copiesAgree && source.sight === 'date' && !copiesAgree(source, parsed)) ||
    (guards.textAgrees && !textAgrees(source, parsed, field));
  return isDoubted ? none('contradictory') : value;
}

function parsedOf(text: string, field: Field): readonly Parsed[] {
  return [field.parser].flat().flatMap((parser) => parsers[parser](text) ?? []);
}

/**
 * A page may leave an attribute of the former patient at an element that shows the next one. People see the text, where
 * other words may stand around the number.
 */
function textAgrees({ element, read }: Source, { nhsNumber, born }: Parsed, field: Field): boolean {
  if (typeof read !== 'object') return true;
  const text = collapsed(textContent(element));
  if (nhsNumber && text.match(ANY_NUMBER)?.some((shown) => shown.replace(/\D/g, '') !== nhsNumber))
    return false;
  const words = text.split(' ');
  return words.every((_, from) =>
    words.slice(from, from + MOST_WORDS).every((__, at) => {
      const shown = parsedOf(words.slice(from, from + at + 1).join(' '), field);
      return shown.every((each) => each.nhsNumber === nhsNumber && each.born === born);
    }),
  );
}

/** The text between the label and the tail of a field. */
function partOf(raw: string, { label, tail }: Field): string | null {
  const text = label?.value === 'same element' ? afterLabel(raw, label.says) : oneLine(raw, LONGEST);
  if (text === null || tail === undefined) return text;
  const end = tail.trim();
  return text.endsWith(end) ? text.slice(0, -end.length) : null;
}

/** A hidden copy has to be a date as well, and the same one. Anything else that nobody sees makes the text doubtful. */
function copiesAgree({ element }: Source, { born }: Parsed): boolean {
  const texts = copiesIn(element).map(textContent);
  const times = [element, ...selectInElement(element, 'time')].map((time) => getAttribute(time, 'datetime'));
  return (
    texts.every((text) => text.trim() === '' || (isoDate(text) ?? ukDate(text)) === born) &&
    // A time of day there belongs to another day in another time zone, so only a day says something.
    times.every((time) => [null, born].includes(isoDate(time ?? '')))
  );
}

function none(state: FieldTrouble): Value {
  return { state, parsed: {} };
}

function trouble(state: FieldTrouble, elements: readonly ReadElement[]): FieldReading {
  return { ...none(state), elements };
}

/** The DOM text of a control is its options or its first value, not the value that the user sees. */
const CONTROLS = 'select, option, datalist, input, textarea, script, style, template';

export function holdsControl(element: Element): boolean {
  return matches(element, CONTROLS) || hasInside(element, `${CONTROLS}, ${WRITTEN_BY_ANYBODY}`);
}
