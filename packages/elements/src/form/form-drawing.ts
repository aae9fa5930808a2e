import { asked, plainText } from '@ehch/clinical';
import type { FormQuestion, FormState, ItemKey } from '@ehch/clinical';
import { html, nothing, render } from 'lit';
import type { TemplateResult } from 'lit';
import { focusIn, itemAt } from './go-to-item.ts';
import { drawItems } from './item.ts';
import { limitWords } from './limits.ts';
import type { FormHandlers, FormLook } from './look.ts';
import { takeChange, takePause, takePress, takeTyping } from './presses.ts';
import type { Used } from './presses.ts';
import { Sheet } from './sheet.ts';

/** After how long without a key typed text is kept. At most this much typing is lost with a page [P]. */
const PAUSE_MS = 500;

/** A form in its place on a page, with one listener of each kind for all of it. */
export class FormDrawing {
  readonly #root: HTMLElement;
  #sheet: Sheet | null = null;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
    for (const kind of ['click', 'input', 'change', 'focusout']) root.addEventListener(kind, this);
  }

  draw(look: FormLook, state: FormState, press: FormHandlers): void {
    if (this.#sheet?.holds(state) !== true) {
      // Every node goes: what a browser keeps in a field of one resident must not be there for the next.
      clearTimeout(this.#pause);
      render(nothing, this.#root);
      this.#sheet = new Sheet(look, state, press);
    }
    Object.assign(this.#sheet, { look, state, press });
    render(drawSheet(this.#sheet), this.#root);
  }

  handleEvent(event: Event): void {
    const sheet = this.#sheet;
    const target = event.target as HTMLInputElement;
    const item = target.closest<HTMLElement>('[data-key]');
    const key = item?.dataset['key'];
    if (sheet === null || item === null || key === undefined) return;
    const used = { sheet, key, item };
    if (!this.#take(event, used, target, sheet.questions.get(key))) return;
    this.#drawSoon(sheet, key, target.closest<HTMLElement>('[data-do]')?.dataset['do']);
  }

  /** Gives whether the item has to be drawn again. */
  #take(event: Event, used: Used, target: HTMLInputElement, question: FormQuestion | undefined): boolean {
    if (event.type === 'click') {
      const button = target.closest<HTMLElement>('[data-do]');
      if (button !== null) takePress(used, button);
      return button !== null;
    }
    if (question === undefined) return false;
    if (event.type === 'change') {
      clearTimeout(this.#pause);
      takeChange(used, question, target);
      return true;
    }
    if (event.type === 'input') {
      // Of these two the change is taken.
      if (target.type === 'radio' || target.type === 'checkbox') return false;
      takeTyping(used, target);
      this.#pauseAfter(used, question, target);
      return target.dataset['f'] === 'q';
    }
    const { sheet, key, item } = used;
    const left = !item.contains((event as FocusEvent).relatedTarget as Node | null);
    if (!left || sheet.note(key).within !== true) return false;
    sheet.change(key, { within: undefined });
    return true;
  }

  #pauseAfter(used: Used, question: FormQuestion, field: HTMLElement): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      // Of a field that is gone nothing can be read, which would pass for an emptied one.
      if (field.isConnected) takePause(used, question);
    }, PAUSE_MS);
  }

  /** After whoever holds the draft has drawn, which is as soon as this event is over. */
  #drawSoon(sheet: Sheet, key: ItemKey, did: string | undefined): void {
    const scope = this.#root.getRootNode() as Document | ShadowRoot;
    const focused = scope.activeElement;
    queueMicrotask(() => {
      if (sheet !== this.#sheet) return;
      render(drawSheet(sheet), this.#root);
      const item = itemAt(this.#root, key);
      if (item === undefined || focused === null || !this.#root.isConnected) return;
      // The work goes on in the new row. After a removal the next "remove" must not lie under the same finger.
      if (did === 'add') focusIn(item.querySelector<HTMLElement>(':scope > .row:last-of-type') ?? item);
      else if (did === 'remove') item.querySelector<HTMLElement>(':scope > [data-do=add]')?.focus();
      // A button that has done its work is gone, and the keyboard would be at the top of the page.
      else if (!focused.isConnected) focusIn(item);
    });
  }
}

function drawSheet(sheet: Sheet): TemplateResult {
  const { look, state } = sheet;
  const items = asked(state);
  const only = look.only ?? null;
  const limits = limitWords(state.form, null);
  return html`${limits.length === 0 ? nothing : html`<div class="notice">${limits}</div>`}${drawItems(
    sheet,
    state.form.items,
    only === null ? items : items.filter(({ key }) => key === only),
    look.level,
  )}${state.form.notices?.map((words) => html`<p class="aside">${plainText(words)}</p>`)}`;
}
