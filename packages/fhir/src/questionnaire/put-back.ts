import type { FormItem, ItemKey } from '@ehch/clinical/form';
import { isObject, listAt, textAt, type JsonObject } from '../entry.ts';
import type { Unread } from './unread.ts';

/**
 * Holds the parts of a response that were never read, to put them back when the response is written again.
 */
export class PutBack {
  readonly #byId: ReadonlyMap<string, FormItem>;
  #left: readonly Unread[];

  constructor(unread: readonly Unread[], byId: ReadonlyMap<string, FormItem>) {
    this.#byId = byId;
    // A total that is calculated again replaces the old one.
    this.#left = unread.filter(({ why }) => why !== 'other-total' && why !== 'not-dated');
  }

  /** The items of one place: those that were written, with unread ones that belong here. */
  into(under: ItemKey | null, written: readonly JsonObject[]): readonly JsonObject[] {
    return this.#put(written, (each) => each.under === under);
  }

  /** The items at the top, with unread ones whose place no longer exists. */
  intoTop(written: readonly JsonObject[]): readonly JsonObject[] {
    return this.#put(written, () => true);
  }

  #put(written: readonly JsonObject[], isHere: (each: Unread) => boolean): readonly JsonObject[] {
    const here = this.#left.filter(isHere);
    this.#left = this.#left.filter((each) => !here.includes(each));
    return here.reduce<readonly JsonObject[]>((items, each) => this.#with(items, each), written);
  }

  // Whole items are added again. Single answers are added to the item that was written.
  #with(items: readonly JsonObject[], { why, linkId, json }: Unread): readonly JsonObject[] {
    if (!isObject(json)) return items;
    const at = items.findIndex((item) => textAt(item, 'linkId') === linkId);
    const item = items[at];
    if (why === 'no-place') return item === undefined ? items : items.with(at, { ...json, ...item });
    const whole = 'linkId' in json;
    const answers = whole ? listAt(json, 'answer') : [json];
    const question = linkId === null ? undefined : this.#byId.get(linkId);
    const takesSeveral = question !== undefined && 'repeats' in question && question.repeats;
    // A question that takes one answer had several, so none could be read. A new answer has settled it.
    if (item !== undefined && !takesSeveral && (!whole || answers.length > 1)) return items;
    if (whole) return [...items, json];
    return item === undefined
      ? [...items, { linkId, answer: answers }]
      : items.with(at, { ...item, answer: [...listAt(item, 'answer'), json] });
  }
}
