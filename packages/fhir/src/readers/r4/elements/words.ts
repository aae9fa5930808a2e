import { dayAsRead } from '../../../dates.ts';
import { isObject, listAt, textAt, type JsonObject } from '../../../entry.ts';
import { lines } from '../../../text.ts';

/** The name of an element in plain words: "body site" for `reaction.bodySite`, "onset" for `onsetAge`. */
export function elementName(path: string, value: unknown): string {
  const url = isObject(value) ? textAt(value, 'url') : null;
  if (url !== null) return plainWords(url.replace(/\/+$/, '').split(/[/#:]/).at(-1) ?? url);
  const [last = path, before] = path.split('.').toReversed();
  if (path === 'text') return 'narrative';
  const name = plainWords(last.replace(CHOICE, ''));
  // "code" or "value" alone says nothing, so the name of the element around it comes first.
  return before !== undefined && VAGUE.has(name) ? `${plainWords(before)}: ${name}` : name;
}

/**
 * The data type at the end of an element's name: `valueQuantity`. R4 has several such elements for one
 * choice.
 */
const CHOICE =
  /(?<=[a-z])(Quantity|CodeableConcept|Coding|String|Boolean|Integer|Decimal|DateTime|Instant|Period|Range|Ratio|Age|Reference|Timing|Duration|SampledData|Attachment|Identifier|Time|Date|Uri)$/;

/** Names that say nothing without the element around them. */
const VAGUE = new Set(['code', 'value', 'type', 'text', 'detail', 'status', 'reference', 'use', 'period']);

function plainWords(name: string): string {
  return name
    .replace(/^(Extension-)?(UKCore|DM|EPS|CareConnect|us-core|patient|condition|observation|workflow)-/i, '')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** The elements of a data type that hold its meaning: the text of a coding, the title of an attachment. */
const SAYING = [
  'text',
  'display',
  'title',
  'name',
  'value',
  'unit',
  'start',
  'end',
  'line',
  'city',
  'description',
];

/** The text of an element. `null`: it has no text that can be shown. */
export function elementText(value: unknown): string | null {
  return lines(textsOf(value).join(' '));
}

/** The same as people read it: "until 01-Jan-2025". */
export function shownText(value: unknown): string | null {
  const ends = /\b(from|until) (\d{4}-\S+)/g;
  const said = elementText(value)?.replaceAll(
    ends,
    (_, word: string, day: string) => `${word} ${dayAsRead(day)}`,
  );
  return said === undefined ? null : dayAsRead(said);
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (Array.isArray(value)) {
    const texts = value.map((item) => textsOf(item).join(' ')).filter((text) => text !== '');
    return texts.length === 0 ? [] : [[...new Set(texts)].join(', ')];
  }
  return isObject(value) ? textsIn(value) : [];
}

function textsIn(value: JsonObject): readonly string[] {
  const narrative = textAt(value, 'div');
  if (narrative !== null) return [narrative.replaceAll(/<[^>]*>/g, ' ')];
  const ends = endsOf(value);
  if (ends !== null) return ends;
  const own = conceptTexts(value) ?? SAYING.flatMap((key) => textsOf(value[key]));
  const limit = textAt(value, 'comparator') ?? [];
  if (own.length > 0) return [limit, own, turnsIn(value)].flat();
  const inner = Object.entries(value).filter(
    ([key, field]) => key.startsWith('value') || typeof field === 'object',
  );
  return [...inner.flatMap(([, field]) => textsOf(field)), ...turnsIn(value)];
}

/**
 * What has two ends keeps which is which: "until 2025-01-01", "at most 5 kg". The repeats of a timing keep each
 * their name. `null`: it is something else.
 */
function endsOf(value: JsonObject): readonly string[] | null {
  const { start, end, low, high, numerator, denominator, repeat } = value;
  if (isObject(repeat)) return [repeatWords(repeat), ...textsOf(value['code']), ...textsOf(value['event'])];
  if (isObject(low) || isObject(high)) {
    const isWhole = [low, high].every((end) => textsOf(end).length > 0);
    return isWhole ? told(['', low], ['to', high]) : told(['at least', low], ['at most', high]);
  }
  if (isObject(numerator)) return told(['', numerator], ['to', denominator]);
  const isPeriod = Object.keys(value).every((key) =>
    ['start', 'end', 'id', 'extension', '_start', '_end'].includes(key),
  );
  return isPeriod ? told(['from', start], ['until', end]) : null;
}

/** Each end behind its word. `null`: neither has a text. */
function told(...ends: readonly (readonly [before: string, end: unknown])[]): readonly string[] | null {
  const texts = ends.flatMap(([before, end]) => {
    const text = textsOf(end).join(' ');
    return text === '' ? [] : [before, text];
  });
  return texts.length === 0 ? null : texts;
}

function repeatWords(repeat: JsonObject): string {
  return Object.entries(repeat)
    .map(([key, field]) => [plainWords(key.replace(CHOICE, '')), textsOf(field).join(' ')] as const)
    .flatMap(([name, text]) => (text === '' ? [] : `${name} ${text}`))
    .join(', ');
}

/** States that everybody expects of a record that is named elsewhere. */
const USUAL = new Set(['active', 'completed', 'final', 'current', 'generated', 'order']);

/** What limits an element or turns it round beside its words: "(allowed: no)", "(status: cancelled)". */
function turnsIn(value: JsonObject): readonly string[] {
  return Object.entries(value).flatMap(([key, field]) => {
    if (key.startsWith('value') || key === 'userSelected') return [];
    const name = plainWords(key.replace(CHOICE, ''));
    if (typeof field === 'boolean') return [`(${name}: ${field ? 'yes' : 'no'})`];
    const isState = typeof field === 'string' && /^(?:\w*[sS]tatus|intent|actuality)$/.test(key);
    return isState && !USUAL.has(field) ? [`(${name}: ${field})`] : [];
  });
}

/**
 * The words of a concept without a text: its first display, else its first code. `null`: it has a text, or no
 * coding.
 */
function conceptTexts(value: JsonObject): readonly string[] | null {
  const codings = listAt(value, 'coding');
  const text = textAt(value, 'text');
  if (text !== null || codings.length === 0) return null;
  const displays = codings.flatMap((coding) => textAt(coding, 'display') ?? []);
  const codes = codings.flatMap((coding) => textAt(coding, 'code') ?? []);
  return displays.length > 0 ? displays.slice(0, 1) : codes.slice(0, 1);
}
