/**
 * What had the focus is gone after its press. The keyboard goes to the first of these headings that is there, and nobody
 * else's moves.
 *
 * @param before what had the focus before the update; `null`: nothing here had it
 */
export function keepFocus(root: ParentNode, before: Element | null, headings: readonly string[]): void {
  if (before === null || before.isConnected) return;
  const found = headings.map((id) => root.querySelector<HTMLElement>(`#${id}`));
  const place = found.find((each) => each !== null);
  if (!place) return;
  // A heading takes the focus by a press alone, and never by the tab key.
  place.tabIndex = -1;
  place.focus();
}
