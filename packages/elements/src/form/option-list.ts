import { plainText } from '@ehch/clinical/display';
import type { FormOption } from '@ehch/clinical/form';
import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { ElementPart } from 'lit/directive.js';

/** The options of one question, as they are to stand on the page. */
export interface ShownOptions {
  /** In the order of the form. */
  readonly options: readonly FormOption[];
  /** Joins the radios of one question. No other question on the page has it. */
  readonly name: string;
  readonly type: 'radio' | 'checkbox';
  /** The values of those that are chosen. */
  readonly chosen: ReadonlySet<string | undefined>;
}

/**
 * Puts the options of a question into its element, before whatever else is rendered there. Most nodes of a form are options,
 * and nothing of one changes but whether it is chosen. So they are made once, and not by a template, which would keep and
 * compare each part of each option.
 */
class OptionList extends Directive {
  /** The options of the first children, in their order. */
  #placed: readonly FormOption[] = [];

  override update({ element }: ElementPart, [shown]: [ShownOptions]): unknown {
    if (!isSameList(this.#placed, shown.options)) this.#place(element, shown);
    const inputs = shown.options.map((_, n) => element.children[n]?.firstElementChild as HTMLInputElement);
    // Rows are not keyed: a node may stand for another row than before. Two rows of one name would untick each other. All are
    // named before any is ticked, since a ticked radio that gets a new name unticks the others of that name.
    for (const input of inputs) {
      if (input.type !== shown.type) input.type = shown.type;
      if (input.name !== shown.name) input.name = shown.name;
    }
    for (const input of inputs) {
      const isChosen = shown.chosen.has(input.value);
      // The browser ticks by itself what a person presses, and unticks the other radios of that name.
      if (input.checked !== isChosen) input.checked = isChosen;
    }
    return noChange;
  }

  override render(_shown: ShownOptions): unknown {
    return noChange;
  }

  /** An option that stays keeps its node, and with it the focus. None is moved: their order is always that of the form. */
  #place(element: Element, shown: ShownOptions): void {
    const { options } = shown;
    const before = new Map(this.#placed.map((option, n) => [option, element.children[n]]));
    for (const [option, label] of before) if (!options.includes(option)) label?.remove();
    let next = element.firstChild;
    for (const option of options) {
      const label = before.get(option);
      if (label === undefined) element.insertBefore(labelled(option, shown), next);
      else next = label.nextSibling;
    }
    this.#placed = options;
  }
}

export const optionList = directive(OptionList);

function labelled({ value, text }: FormOption, { name, type }: ShownOptions): HTMLLabelElement {
  const input = document.createElement('input');
  input.type = type;
  input.name = name;
  input.value = value;
  const label = document.createElement('label');
  label.className = 'option';
  label.append(input, plainText(text) || value);
  return label;
}

function isSameList(some: readonly FormOption[], others: readonly FormOption[]): boolean {
  return some.length === others.length && some.every((option, n) => option === others[n]);
}
