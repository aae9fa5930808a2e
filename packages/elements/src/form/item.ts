import { plainText } from '@ehch/clinical';
import type { AskedItem, FormItem } from '@ehch/clinical';
import { html, noChange, nothing } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { Part } from 'lit/directive.js';
import { drawGroup } from './group.ts';
import { limitWords } from './limits.ts';
import { drawQuestion } from './question.ts';
import type { Sheet } from './sheet.ts';
import { drawTotal } from './total.ts';
import { valuesWords } from './value-words.ts';

/**
 * Items of a form, one below the other. One that is not asked keeps its place, so that the others keep their nodes, and
 * with them what is focused, when it comes and goes.
 */
export function drawItems(
  sheet: Sheet,
  items: readonly FormItem[] | undefined,
  shown: readonly AskedItem[],
  level: number,
): unknown {
  let n = 0;
  return items?.map((item) => {
    const asked = shown[n];
    if (asked?.item !== item) return nothing;
    n++;
    return drawItem(sheet, asked, level);
  });
}

function drawItem(sheet: Sheet, asked: AskedItem, level: number): unknown {
  const { item } = asked;
  if (item.type === 'group') return drawGroup(sheet, asked, item, level);
  if ('keptBack' in item && item.keptBack) {
    return sheet.look.onPaper === true
      ? html`<p class="item">${plainText(item.text)}: not printed, whatever the answer</p>`
      : html`<div class="kept-back">${drawLeaf(sheet, asked, level)}</div>`;
  }
  return drawLeaf(sheet, asked, level);
}

function drawLeaf(sheet: Sheet, asked: AskedItem, level: number): unknown {
  const { item, key, rows, children } = asked;
  const alone = leaf(sheet, asked);
  if (item.type === 'group' || !('items' in item)) return alone;
  const answer = sheet.answer(key);
  const values = answer?.state === 'given' ? answer.values : [];
  const under = (some: readonly AskedItem[], about: unknown) =>
    some.length === 0
      ? nothing
      : html`<div class="under" role="group" aria-labelledby=${sheet.id(key, 't')}>${about}${drawItems(sheet, item.items, some, level)}</div>`;
  // A row is about one of several answers, in their order.
  return html`${alone}${under(children, nothing)}${rows?.map((row, n) =>
    under(row.children, html`<div class="between">${valuesWords(item, values.slice(n, n + 1))}</div>`),
  )}`;
}

/** One item without what is under it. Nothing of it is drawn again while all that it is drawn from is the same. */
class Leaf extends Directive {
  #from: readonly unknown[] = [];

  override update(_part: Part, [sheet, asked]: [Sheet, AskedItem]): unknown {
    const { item, key } = asked;
    const { look, state } = sheet;
    const from = [
      item,
      key,
      sheet.answer(key),
      state.totals.get(key),
      sheet.note(key),
      look.suggestions.get(key),
      look.changes?.[key],
      look.hints?.get(key),
      look.notOffered?.get(key),
      look.readOnly,
    ];
    if (from.every((one, n) => one === this.#from[n])) return noChange;
    this.#from = from;
    return this.render(sheet, asked);
  }

  override render(sheet: Sheet, { item, key }: AskedItem): unknown {
    switch (item.type) {
      case 'group':
        return noChange;
      case 'total':
        return drawTotal(sheet, item, key);
      case 'display':
        return html`<p class="item" data-key=${key}>${plainText(item.text)}${limitWords(sheet.state.form, item.id)}</p>`;
      default:
        return drawQuestion(sheet, item, key);
    }
  }
}

const leaf = /* @__PURE__ */ directive(Leaf);
