import { isObject, listAt, textAt, type JsonObject } from '../entry.ts';
import { extensionValue } from './json-value.ts';
import { plainWords } from './plain-words.ts';
import type { Refusal } from './refusal.ts';
import { EXT } from './urls.ts';

/** An item of a Questionnaire as found, with its place. */
export interface OutlineItem {
  /** The linkId. An item without one gets an invented id. */
  readonly id: string;
  readonly named: boolean;
  readonly json: JsonObject;
  /** The type by its R4 name. */
  readonly type: string;
  readonly repeats: boolean;
  readonly parent: OutlineItem | null;
  readonly items: readonly OutlineItem[];
}

/** A Questionnaire with its items found, before any of them is read. */
export interface Outline {
  readonly json: JsonObject;
  readonly items: readonly OutlineItem[];
  readonly byId: ReadonlyMap<string, OutlineItem>;
  /** Ids of items that occur twice, word for word. The second one is left out. */
  readonly twice: ReadonlySet<string>;
}

/** [P] More than ten times the largest known form (MDS 3.0: 885 items). */
const MOST_ITEMS = 10_000;

/** The items of a Questionnaire by their ids. A refusal, if they cannot be told apart. */
export function outlineOf(json: JsonObject): Outline | Refusal {
  const byId = new Map<string, OutlineItem>();
  const twice = new Set<string>();
  let refusal: Refusal | null = null;
  let count = 0;
  const walk = (list: readonly unknown[], parent: OutlineItem | null): readonly OutlineItem[] =>
    list.filter(isObject).flatMap((each) => {
      count += 1;
      if (count > MOST_ITEMS) refusal ??= TOO_MANY;
      if (refusal !== null) return [];
      const items: OutlineItem[] = [];
      const named = textAt(each, 'linkId');
      const item: OutlineItem = {
        id: named ?? freeId(byId, `item-${count}`),
        named: named !== null,
        json: each,
        type: typeOf(each),
        repeats: repeatsOf(each),
        parent,
        items,
      };
      // JavaScript objects have a property of that name, so an object of answers would seem to have an answer
      // already.
      // V8 may read back a name that JSON writes with an escape as another one, and the answer would move to that question.
      if (item.id in {} || isEscapedInJson(item.id)) refusal ??= unsafe(item.id);
      const other = byId.get(item.id);
      if (other !== undefined) {
        // The same question written twice, as in MDS 3.0, is one question.
        if (same(other.json, each)) twice.add(item.id);
        else refusal ??= duplicate(item.id);
        return [];
      }
      byId.set(item.id, item);
      items.push(...walk(listAt(each, 'item'), item));
      return [item];
    });
  const items = walk(listAt(json, 'item'), null);
  return refusal ?? { json, items, byId, twice };
}

/** The item with all items around it, nearest first. */
export function lineage(item: OutlineItem | null): readonly OutlineItem[] {
  return item === null ? [] : [item, ...lineage(item.parent)];
}

const TOO_MANY: Refusal = {
  why: 'too-many-items',
  words: `The form has more than ${MOST_ITEMS} items.`,
};

function same(a: JsonObject, b: JsonObject): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A quotation mark, a backslash, a control character: see https://github.com/nodejs/node/issues/63785. */
function isEscapedInJson(id: string): boolean {
  return JSON.stringify(id) !== `"${id}"`;
}

/** Two different items under one linkId. Answers are kept by linkId, so one would overwrite the other. */
function duplicate(id: string): Refusal {
  return {
    why: 'duplicate-id',
    words: `Two items have the linkId "${plainWords(id) ?? ''}", so that their answers could not be told apart.`,
  };
}

function unsafe(id: string): Refusal {
  return {
    why: 'unsafe-id',
    words: `An item has the linkId "${plainWords(id) ?? ''}", which is not safe to keep answers under.`,
  };
}

/** An id that no item has. It is for items without a linkId, whose answers are never sent. */
function freeId(taken: ReadonlyMap<string, unknown>, wanted: string): string {
  let id = wanted;
  while (taken.has(id)) id += 'x';
  return id;
}

/**
 * The type by its R4 name. R5 has the one type "coding", and states separately whether other answers are
 * allowed.
 */
function typeOf(item: JsonObject): string {
  const type = textAt(item, 'type') ?? 'none';
  if (type !== 'coding') return type;
  const open = ['optionsOrType', 'optionsOrString'].includes(textAt(item, 'answerConstraint') ?? '');
  return open ? 'open-choice' : 'choice';
}

function repeatsOf(item: JsonObject): boolean {
  // Before R4 had `repeats` for choices, the Argonaut guide used an extension.
  return item['repeats'] === true || extensionValue(item, EXT.oldAnswerRepeats) === true;
}
