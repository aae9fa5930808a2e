import { isObject, listAt, textAt, type JsonObject } from '../../../entry.ts';
import { lines } from '../../../text.ts';

/** The element in plain words: "body site" of `reaction.bodySite`, "onset" of `onsetAge`. */
export function elementName(path: string, value: unknown): string {
  const url = isObject(value) ? textAt(value, 'url') : null;
  if (url !== null) return plainWords(url.replace(/\/+$/, '').split(/[/#:]/).at(-1) ?? url);
  const [last = path, before] = path.split('.').toReversed();
  if (path === 'text') return 'narrative';
  const name = plainWords(last.replace(CHOICE, ''));
  // "code" or "value" alone would say nothing.
  return before !== undefined && VAGUE.has(name) ? `${plainWords(before)}: ${name}` : name;
}

/** The type at the end of the name of an element that may be of several: `valueQuantity`. */
const CHOICE =
  /(?<=[a-z])(Quantity|CodeableConcept|Coding|String|Boolean|Integer|Decimal|DateTime|Instant|Period|Range|Ratio|Age|Reference|Timing|Duration|SampledData|Attachment|Identifier|Time|Date|Uri)$/;

const VAGUE = new Set(['code', 'value', 'type', 'text', 'detail', 'status', 'reference', 'use', 'period']);

function plainWords(name: string): string {
  return name
    .replace(/^(Extension-)?(UKCore|DM|EPS|CareConnect|us-core|patient|condition|observation|workflow)-/i, '')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Elements of a data type that say what it says. Of a coding the words count, of an attachment its title. */
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

/** What the element says, where that can be said in text; else `null`. */
export function elementText(value: unknown): string | null {
  return lines(textsOf(value).join(' '));
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
  const own = conceptTexts(value) ?? SAYING.flatMap((key) => textsOf(value[key]));
  if (own.length > 0) return own;
  const inner = Object.entries(value).filter(
    ([key, field]) => key.startsWith('value') || typeof field === 'object',
  );
  return inner.flatMap(([, field]) => textsOf(field));
}

/** A concept's text stands for all its codings, and a coding without words is told by its code. */
function conceptTexts(value: JsonObject): readonly string[] | null {
  const codings = listAt(value, 'coding');
  const text = textAt(value, 'text');
  if (text !== null || codings.length === 0) return null;
  const displays = codings.flatMap((coding) => textAt(coding, 'display') ?? []);
  const codes = codings.flatMap((coding) => textAt(coding, 'code') ?? []);
  return displays.length > 0 ? displays.slice(0, 1) : codes.slice(0, 1);
}
