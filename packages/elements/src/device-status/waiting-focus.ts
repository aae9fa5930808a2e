/**
 * Keeps the focus where a press takes its own button away: the keyboard goes to its row, or else to the heading. Nobody else's
 * focus moves.
 */
export class WaitingFocus {
  #before: { readonly on: Element; readonly row: string | null } | null = null;

  /** Takes note of what has the focus before an update, and in which row it stands. */
  note(on: Element | null): void {
    this.#before = on && { on, row: on.closest<HTMLElement>('[data-intent]')?.dataset['intent'] ?? null };
  }

  keep(root: ParentNode): void {
    const before = this.#before;
    this.#before = null;
    if (before === null || before.on.isConnected) return;
    const row = before.row === null ? null : `[data-intent="${CSS.escape(before.row)}"]`;
    const find = (selector: string) => root.querySelector<HTMLElement>(selector);
    const place =
      (row && (find(`${row} .why`) ?? find(`${row} .toggle`))) ?? find('#waiting') ?? find('.headline');
    if (!place) return;
    // A heading takes the focus by a press alone, and never by the tab key.
    if (place.tabIndex < 0) place.tabIndex = -1;
    place.focus();
  }
}
