import type { FormOption } from '@ehch/clinical/form';
import { isObject, listAt, textAt, type JsonObject } from '../entry.ts';
import { plainWords } from './plain-words.ts';
import { extension, extensionValue, polymorphic } from './json-value.ts';
import { nameLeftOverOfConcepts } from './left-over.ts';
import type { OutlineItem } from './outline.ts';
import { limit, type FormReading } from './reading.ts';
import { EXT, OWN_EXT } from './urls.ts';
import { conceptsOf, isCutShort } from './value-set.ts';

/**
 * The options of a choice, wherever the form has them. `null`: they are in a value set that is not in the
 * form.
 */
export function optionsOf(reading: FormReading, item: OutlineItem): readonly FormOption[] | null {
  const options = listedOptions(reading, item);
  namePointsElsewhere(reading, item, options ?? []);
  return options;
}

function listedOptions(reading: FormReading, item: OutlineItem): readonly FormOption[] | null {
  const written = listAt(item.json, 'answerOption');
  // STU3 has `option`.
  const listed = (written.length > 0 ? written : listAt(item.json, 'option')).filter(isObject);
  if (listed.length > 0)
    return unique(
      reading,
      item,
      listed.flatMap((each) => option(reading, item, each)),
    );
  const set = valueSetOf(item.json);
  if (set === null) return [];
  const concepts = conceptsOf(reading.outline.json, set);
  if (concepts === null) return null;
  nameLeftOverOfConcepts(reading, item, concepts);
  if (isCutShort(reading.outline.json, set))
    limit(reading, item, 'The list of choices in the form is not the whole one; the others are not shown.');
  for (const concept of concepts) scoreOf(reading, item, concept);
  return unique(reading, item, concepts.map(codedOption));
}

/**
 * Names the case where the points of the choices are in a code system within the form. FHIRPath would find
 * them there, and this product does not.
 */
function namePointsElsewhere(reading: FormReading, item: OutlineItem, options: readonly FormOption[]): void {
  const scored = listAt(reading.outline.json, 'contained').flatMap((each) =>
    textAt(each, 'resourceType') === 'CodeSystem'
      ? listAt(each, 'concept')
          .filter((concept) => statedScores([concept]).length > 0)
          .map((concept) => JSON.stringify([textAt(each, 'url'), textAt(concept, 'code')]))
      : [],
  );
  const isScored = ({ points, code }: FormOption) =>
    points === undefined && scored.includes(JSON.stringify([code?.system, code?.code]));
  if (options.some(isScored))
    limit(reading, item, 'The points of the choices are kept in a list of codes; they are not counted here.');
}

/** The canonical address of the value set of the options. */
export function valueSetOf(item: JsonObject): string | null {
  return textAt(item, 'answerValueSet') ?? textAt(item['options'], 'reference');
}

function option(reading: FormReading, item: OutlineItem, json: JsonObject): readonly FormOption[] {
  const found = polymorphic(json, 'value');
  const read = found === null ? null : valueOption(found.type, found.value);
  if (read === null) {
    limit(reading, item, 'One of the choices is a link to another record; it is left out.');
    return [];
  }
  // The extension of a text or a number is beside it, as in `_valueString`.
  const [points = null] = scoreOf(reading, item, json, found?.value, json[`_value${found?.type}`]);
  const own = extension(json, OWN_EXT.option);
  const [value, text] = ['value', 'text'].map((name) =>
    own === undefined ? null : extensionValue(own, name),
  );
  const prefix = plainWords(textOf(extensionValue(json, EXT.optionPrefix)));
  return [
    {
      ...read,
      ...(prefix === null ? {} : { text: `${prefix} ${read.text}`.trim() }),
      ...(typeof value === 'string' ? { value } : {}),
      ...(typeof text === 'string' && plainWords(text) !== null ? { text: plainWords(text) ?? text } : {}),
      ...(points === null ? {} : { points }),
      ...(extensionValue(json, EXT.optionExclusive) === true ? { exclusive: true } : {}),
    },
  ];
}

/** An option that is a plain value or a coding. `null`: it is a reference, which nobody can choose here. */
function valueOption(type: string, value: unknown): FormOption | null {
  if (type === 'Coding') return isObject(value) ? codedOption(value) : null;
  if (type === 'Integer' && typeof value === 'number')
    return { value: String(value), text: String(value), kind: 'integer' };
  if (typeof value !== 'string' || value === '') return null;
  if (type === 'String') return { value, text: plainWords(value) ?? value, kind: 'text' };
  const text = plainWords(value) ?? value;
  if (type === 'Date') return { value, text, kind: 'date' };
  return type === 'Time' ? { value, text, kind: 'time' } : null;
}

/** An option that is a coding. A coding without a code is known by its display. */
function codedOption(coding: JsonObject): FormOption {
  const [system, code, display] = ['system', 'code', 'display'].map(
    (key) => textAt(coding, key) ?? undefined,
  );
  const [points] = numbersOf(statedScores([coding]));
  const scored = points === undefined ? {} : { points };
  const text = plainWords(display) ?? plainWords(code) ?? '';
  if (code === undefined) return { value: display ?? '', text, kind: 'display', ...scored };
  const plain = system === undefined && display === text;
  const sent = {
    code,
    ...(system === undefined ? {} : { system }),
    ...(display === undefined ? {} : { display }),
  };
  return { value: code, text, ...(plain ? {} : { code: sent }), ...scored };
}

/**
 * The points of a choice. Points that are no number, or two that differ, make the form unusable: nobody could
 * score it.
 */
function scoreOf(reading: FormReading, item: OutlineItem, ...places: readonly unknown[]): readonly number[] {
  const stated = statedScores(places);
  const points = numbersOf(stated);
  if (points.length > 1) refuse(reading, item);
  if (stated.some((value) => !isPoints(value))) refuseUnread(reading, item);
  return points;
}

/** Each number once. */
function numbersOf(stated: readonly unknown[]): readonly number[] {
  return [...new Set(stated.filter(isPoints))];
}

/**
 * The points as stated. They have three names: `ordinalValue` in R4, `itemWeight` in later guides, and the
 * Argonaut score.
 */
function statedScores(places: readonly unknown[]): readonly unknown[] {
  return places
    .filter(isObject)
    .flatMap(({ extension: list }) => (Array.isArray(list) ? list.filter(isScore) : []))
    .flatMap((each) => polymorphic(each, 'value')?.value ?? []);
}

function isScore(each: unknown): boolean {
  return isObject(each) && SCORES.has(each['url']);
}

const SCORES = new Set<unknown>([EXT.itemWeight, EXT.ordinalValue, EXT.oldScore]);

function isPoints(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/**
 * Two systems may use the same code. Then the second option gets a value of its own. The same option twice
 * counts once.
 */
function unique(
  reading: FormReading,
  item: OutlineItem,
  options: readonly FormOption[],
): readonly FormOption[] {
  const known = new Map<string, FormOption>();
  const taken = new Map<string, FormOption>();
  for (const each of options) {
    const sent = JSON.stringify([each.kind, each.code?.system, each.code?.code ?? each.value]);
    const same = known.get(sent);
    if (same === undefined) {
      known.set(sent, each);
      if (!taken.has(each.value)) taken.set(each.value, each);
      else {
        // Its own code or value stays beside the new one, because that is what a response sends.
        const value = `${each.code?.system ?? each.kind ?? ''}|${each.value}`;
        taken.set(value, { ...each, value, code: each.code ?? { code: each.value } });
      }
    } else {
      // An answer only has the code. Nobody could tell which of the two was meant, nor how many points it
      // has.
      if (same.points !== each.points) refuse(reading, item);
      limit(reading, item, 'One of the choices is there twice; it is shown once.');
    }
  }
  return [...taken.values()];
}

/** Refuses the form: a total with this choice could be either of two. */
function refuse({ refusals }: FormReading, { id }: OutlineItem): void {
  const which = plainWords(id) ?? '';
  refusals.push({
    why: 'two-scores',
    words: `A choice of the item with the linkId "${which}" has two different scores, so that a total could be either.`,
  });
}

/** Refuses the form: a total with this choice would be too low. */
function refuseUnread({ refusals }: FormReading, { id }: OutlineItem): void {
  const which = plainWords(id) ?? '';
  refusals.push({
    why: 'unreadable-score',
    words: `A choice of the item with the linkId "${which}" has a score that is no number, so that a total would leave it out.`,
  });
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
