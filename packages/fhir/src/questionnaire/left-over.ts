import { isObject, listAt, textAt, type JsonObject } from '../entry.ts';
import {
  CODING_ELEMENTS,
  CODING_EXTENSIONS,
  CONDITION_ELEMENTS,
  INITIAL_ELEMENTS,
  OPTION_ELEMENTS,
  OPTION_EXTENSIONS,
} from './choice-fates.ts';
import type { Fate, Fates, ItemKind } from './fate.ts';
import { FORM_ELEMENTS, FORM_EXTENSIONS } from './form-fates.ts';
import { ITEM_ELEMENTS, ITEM_EXTENSIONS, PRIMITIVE_EXTENSIONS } from './item-fates.ts';
import type { OutlineItem } from './outline.ts';
import { plainWords } from './plain-words.ts';
import { limit, type FormReading } from './reading.ts';

/**
 * Whatever one part of a form holds and nothing carries out: the words for it, and the names of unknown
 * elements.
 */
interface LeftOver {
  readonly words: Set<string>;
  readonly unknown: Set<string>;
}

/** The fates that apply to one kind of part. */
interface Tables {
  readonly elements: Fates;
  readonly extensions: Fates;
  /** The stem of the part's choice element, such as `value` for `value[x]`. */
  readonly value?: string;
}

// The lists for each kind of part. An option's value is in `value[x]`, and a condition's in `answer[x]`.
const OF_FORM: Tables = { elements: FORM_ELEMENTS, extensions: FORM_EXTENSIONS };
const OF_ITEM: Tables = { elements: ITEM_ELEMENTS, extensions: ITEM_EXTENSIONS, value: 'initial' };
const OF_OPTION: Tables = { elements: OPTION_ELEMENTS, extensions: OPTION_EXTENSIONS, value: 'value' };
const OF_CODING: Tables = { elements: CODING_ELEMENTS, extensions: CODING_EXTENSIONS };
const OF_INITIAL: Tables = { elements: INITIAL_ELEMENTS, extensions: {}, value: 'value' };
const OF_CONDITION: Tables = { elements: CONDITION_ELEMENTS, extensions: {}, value: 'answer' };

/** [P] So many names are shown. A vendor's form may have dozens of unknown elements. */
const MOST_NAMES = 6;

/** Names the elements of the form itself that are not carried out. */
export function nameLeftOverOfForm(reading: FormReading): void {
  const found = leftOver();
  look(reading.outline.json, OF_FORM, 'group', found);
  say(reading, null, found);
}

/**
 * Names the parts of an item that are not carried out: its elements, choices, conditions and initial values.
 * @param at the question that shows the item's words as its own
 */
export function nameLeftOver(reading: FormReading, item: OutlineItem, kind: ItemKind, at = item): void {
  const found = leftOver();
  const { json } = item;
  look(json, OF_ITEM, kind, found);
  for (const each of [...listAt(json, 'answerOption'), ...listAt(json, 'option')])
    lookAtValue(each, OF_OPTION, kind, found);
  for (const each of listAt(json, 'initial')) lookAtValue(each, OF_INITIAL, kind, found);
  for (const each of listAt(json, 'enableWhen')) lookAtValue(each, OF_CONDITION, kind, found);
  say(reading, at, found);
}

/** Names the parts of a value set's concepts that are not carried out. */
export function nameLeftOverOfConcepts(
  reading: FormReading,
  item: OutlineItem,
  concepts: readonly JsonObject[],
): void {
  const found = leftOver();
  for (const each of concepts) look(each, OF_CODING, 'choice', found);
  say(reading, item, found);
}

function leftOver(): LeftOver {
  return { words: new Set(), unknown: new Set() };
}

/** Adds what was found to the limits of the form, with at most a few unknown names. */
function say(reading: FormReading, item: OutlineItem | null, { words: said, unknown }: LeftOver): void {
  for (const each of said) limit(reading, item, each);
  if (unknown.size === 0) return;
  const names = [...unknown].slice(0, MOST_NAMES).join(', ');
  const more = unknown.size > MOST_NAMES ? ` and ${unknown.size - MOST_NAMES} more` : '';
  limit(reading, item, `The form says more here than this program knows: ${names}${more}.`);
}

function look(json: unknown, { elements, extensions, value }: Tables, kind: ItemKind, found: LeftOver): void {
  if (!isObject(json)) return;
  for (const name of Object.keys(json)) {
    const field = json[name];
    // `false` is the same as no element. Modifiers are named where they are read, in their own words.
    if (field === undefined || field === null || field === false || name === 'modifierExtension') continue;
    if (name === 'extension') lookAtExtensions(json, extensions, kind, found);
    else if (name.startsWith('_')) lookAtPrimitive(field, kind, found);
    else if (value === undefined || !isChoice(name, value)) settle(elements, name, name, kind, found);
  }
}

/** Looks at a part and at the coding in its value, which has parts of its own. */
function lookAtValue(json: unknown, tables: Tables, kind: ItemKind, found: LeftOver): void {
  look(json, tables, kind, found);
  if (!isObject(json)) return;
  for (const name of Object.keys(json))
    if (/^(?:value|answer)Coding$/.test(name)) look(json[name], OF_CODING, kind, found);
}

function lookAtExtensions(json: JsonObject, extensions: Fates, kind: ItemKind, found: LeftOver): void {
  for (const each of listAt(json, 'extension')) {
    const url = textAt(each, 'url') ?? '';
    settle(extensions, url, lastOf(url), kind, found);
    // An extension whose value is itself calculated, as in `_valueInteger`.
    if (isObject(each))
      for (const name of Object.keys(each))
        if (name.startsWith('_')) lookAtPrimitive(each[name], kind, found);
  }
}

function lookAtPrimitive(beside: unknown, kind: ItemKind, found: LeftOver): void {
  for (const one of Array.isArray(beside) ? beside : [beside])
    if (isObject(one)) lookAtExtensions(one, SCORES_TOO, kind, found);
}

/** For options that are a text or a number, the points are beside the value, as in `_valueString`. */
const SCORES_TOO: Fates = { ...CODING_EXTENSIONS, ...PRIMITIVE_EXTENSIONS };

// An element without a fate is named as unknown, so that nothing is left out silently.
function settle(fates: Fates, key: string, name: string, kind: ItemKind, found: LeftOver): void {
  const fate: Fate = Object.hasOwn(fates, key) ? (fates[key] ?? {}) : {};
  if (fate.read?.includes(kind) === true || fate.harmless?.[1].includes(kind) === true) return;
  if (fate.words !== undefined) found.words.add(fate.words);
  else found.unknown.add(plainWords(name)?.slice(0, 60) ?? 'something without a name');
}

/** The name that people see: "zz-odd" for `http://…/StructureDefinition/zz-odd`. */
function lastOf(url: string): string {
  return url.split(/[/#]/).findLast((part) => part !== '') ?? '';
}

function isChoice(name: string, stem: string): boolean {
  return name.startsWith(stem) && /^[A-Z]/.test(name.slice(stem.length));
}
