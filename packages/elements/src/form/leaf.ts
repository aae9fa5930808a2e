import { plainText } from '@ehch/clinical/display';
import type { AskedItem } from '@ehch/clinical/form';
import { html, noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { Part } from 'lit/directive.js';
import { limitWords } from './limits.ts';
import { renderQuestion } from './question.ts';
import { answerAt, entryAt } from './shown.ts';
import type { ShownForm } from './shown.ts';
import { renderTotal } from './total.ts';

/** One item without what is under it. It is rendered again only when something that it is rendered from has changed. */
class Leaf extends Directive {
  #from: readonly unknown[] = [];

  override update(_part: Part, [shown, asked]: [ShownForm, AskedItem]): unknown {
    const { item, key } = asked;
    const { look, state, used } = shown;
    const from = [
      item,
      key,
      answerAt(shown, key),
      state.totals.get(key),
      entryAt(shown, key),
      used.get(key),
      look.offers.get(key),
      look.changes?.[key],
      look.hints?.get(key),
      look.notOffered?.get(key),
      look.readOnly,
    ];
    if (from.every((one, n) => one === this.#from[n])) return noChange;
    this.#from = from;
    return this.render(shown, asked);
  }

  override render(shown: ShownForm, { item, key }: AskedItem): unknown {
    switch (item.type) {
      case 'group':
        return noChange;
      case 'total':
        return renderTotal(shown, item, key);
      case 'display':
        return html`<p class="item" data-key=${key}>
          ${plainText(item.text)}${limitWords(shown.state.form, item.id)}
        </p>`;
      default:
        return renderQuestion(shown, item, key);
    }
  }
}

export const leaf = directive(Leaf);
