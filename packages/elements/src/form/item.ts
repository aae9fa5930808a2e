import type { AskedItem, ItemKey } from '@ehch/clinical';
import { html, noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { Part } from 'lit/directive.js';
import { plainText } from '@ehch/clinical';
import { repeat } from 'lit/directives/repeat.js';
import { drawGroup } from './group.ts';
import { limitWords } from './limits.ts';
import { drawQuestion } from './question.ts';
import type { Sheet } from './sheet.ts';
import { drawTotal } from './total.ts';

/** Items of a form, one below the other. */
export function drawItems(sheet: Sheet, items: readonly AskedItem[], level: number): unknown {
  return repeat(items, keyOf, (asked) => drawItem(sheet, asked, level));
}

function keyOf({ key }: AskedItem): ItemKey {
  return key;
}

function drawItem(sheet: Sheet, asked: AskedItem, level: number): unknown {
  if (asked.item.type === 'group') return drawGroup(sheet, asked, asked.item, level);
  const alone = leaf(sheet, asked);
  if (asked.children.length === 0 && asked.rows === undefined) return alone;
  return html`${alone}<div class="under" role="group" aria-labelledby=${sheet.id(asked.key, 't')}>${drawItems(sheet, asked.children, level)}${asked.rows?.map(
    ({ children }) => html`<div class="row">${drawItems(sheet, children, level)}</div>`,
  )}</div>`;
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
