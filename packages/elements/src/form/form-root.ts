import { plainText } from '@ehch/clinical/display';
import { asked } from '@ehch/clinical/form';
import type { FormState, ItemKey } from '@ehch/clinical/form';
import type { Entries, FormPress } from '@ehch/clinical/session';
import { html, nothing, render } from 'lit';
import type { TemplateResult } from 'lit';
import { DoubleClick } from '../internal/double-click.ts';
import { controls } from './controls.ts';
import { focusIn, itemAt } from './go-to-item.ts';
import { renderItems } from './items.ts';
import { limitWords } from './limits.ts';
import type { Dispatch, FormLook } from './look.ts';
import { entryAt, isOfSameDraft, isOfSameForm } from './shown.ts';
import type { ShownForm } from './shown.ts';

/** After how long without a key typed text is kept. At most this much typing is lost with a page [P]. */
const PAUSE_MS = 500;

/** Buttons that change no answer. Two quick clicks open and close, which is what whoever clicked sees. */
const ONLY_SHOWS: ReadonlySet<string> = new Set<FormPress['kind']>([
  'open-group',
  'open-not-assessed',
  'open-not-assessed-group',
  'explain',
]);

/** A form in its place on a page, with one listener of each kind for all of it. */
export class FormRoot {
  readonly #root: HTMLElement;
  #shown: ShownForm | null = null;
  #dispatch: Dispatch = () => undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;
  readonly #used = new Map<ItemKey, number>();
  readonly #doubleClick = new DoubleClick();

  constructor(root: HTMLElement) {
    this.#root = root;
    for (const kind of ['click', 'input', 'change', 'focusout']) root.addEventListener(kind, this);
  }

  render(look: FormLook, state: FormState, dispatch: Dispatch, entries: Entries): void {
    let focusedId: string | null = null;
    if (this.#shown !== null && !isOfSameDraft(this.#shown, state)) {
      // Another window's answers may arrive at any key: of the same person's form the next digit lands where the last one did.
      if (isOfSameForm(this.#shown, state)) focusedId = this.#focused()?.id ?? null;
      // Every node goes: what a browser keeps in a field of one resident must not be there for the next.
      clearTimeout(this.#pause);
      render(nothing, this.#root);
    }
    this.#dispatch = dispatch;
    this.#shown = { look, state, entries, used: this.#used };
    render(renderShown(this.#shown), this.#root);
    if (focusedId) this.#root.querySelector<HTMLElement>(`#${CSS.escape(focusedId)}`)?.focus();
  }

  #focused(): Element | null {
    const { activeElement } = this.#root.getRootNode() as Document | ShadowRoot;
    return activeElement !== null && this.#root.contains(activeElement) ? activeElement : null;
  }

  handleEvent(event: Event): void {
    const target = event.target as HTMLElement;
    const item = target.closest<HTMLElement>('[data-key]');
    const key = item?.dataset['key'];
    if (this.#shown === null || item === null || key === undefined) return;
    const press =
      event.type === 'focusout' ? leaving(this.#shown, item, key, event) : controls.actionOf(event);
    if (press === null) return;
    // Only buttons act at a click: an option that is clicked twice is two answers. Each click is told, since the first of two
    // may have been on what only shows.
    const isStray = this.#doubleClick.isStray(event, press);
    if (isStray && !ONLY_SHOWS.has(press.kind)) return;
    if (press.kind === 'type') this.#pauseAfter(press.key, target);
    else clearTimeout(this.#pause);
    this.#dispatch(press);
    // What is typed is in its field already.
    if (press.kind === 'type') return;
    this.#used.set(key, (this.#used.get(key) ?? 0) + 1);
    this.#renderSoon(this.#shown, key, press);
  }

  #pauseAfter(key: ItemKey, field: HTMLElement): void {
    clearTimeout(this.#pause);
    const dispatch = this.#dispatch;
    this.#pause = setTimeout(() => {
      // Of a field that is gone nothing is taken: its form may have left with it.
      if (field.isConnected) dispatch({ kind: 'pause', key });
    }, PAUSE_MS);
  }

  /** After whoever holds the session has rendered, which is as soon as this event is over. */
  #renderSoon(before: ShownForm, key: ItemKey, { kind }: FormPress): void {
    const scope = this.#root.getRootNode() as Document | ShadowRoot;
    const focused = scope.activeElement;
    queueMicrotask(() => {
      const shown = this.#shown;
      if (shown === null || !isOfSameDraft(before, shown.state)) return;
      // Mostly that has happened by now, with what was used taken into account.
      if (shown === before) render(renderShown(shown), this.#root);
      const item = itemAt(this.#root, key);
      if (item === undefined || focused === null || !this.#root.isConnected) return;
      // The work goes on in the new row. After a removal the next "remove" must not lie under the same finger.
      if (kind === 'add-row') focusIn(item.querySelector<HTMLElement>(':scope > .row:last-of-type') ?? item);
      else if (kind === 'remove-row') item.querySelector<HTMLElement>(':scope > button')?.focus();
      // A button that has done its work is gone, and the keyboard would be at the top of the page.
      else if (!focused.isConnected) focusIn(item);
    });
  }
}

/** The focus leaves a question in the middle of a date. */
function leaving(shown: ShownForm, item: HTMLElement, key: ItemKey, event: Event): FormPress | null {
  const hasLeft = !item.contains((event as FocusEvent).relatedTarget as Node | null);
  return hasLeft && entryAt(shown, key).typed?.isWithinDate === true ? { kind: 'leave-question', key } : null;
}

function renderShown(shown: ShownForm): TemplateResult {
  const { look, state } = shown;
  const items = asked(state);
  const only = look.only ?? null;
  const limits = limitWords(state.form, null);
  return html`${limits.length === 0 ? nothing : html`<div class="notice">${limits}</div>`}${renderItems(
    shown,
    state.form.items,
    only === null ? items : items.filter(({ key }) => key === only),
    look.level,
  )}${state.form.notices?.map((words) => html`<p class="aside">${plainText(words)}</p>`)}`;
}
