import type { ItemKey } from '@ehch/clinical/form';

/** Moves the focus to an item: to its first control, else to the item itself. `false`: it is not drawn. */
export function goToItem(root: ParentNode, key: ItemKey): boolean {
  const item = itemAt(root, key);
  if (item === undefined) return false;
  focusIn(item);
  return true;
}

export function itemAt(root: ParentNode, key: ItemKey): HTMLElement | undefined {
  // Compared, not selected by: a key of an imported form may hold anything.
  return [...root.querySelectorAll<HTMLElement>('[data-key]')].find(({ dataset }) => dataset['key'] === key);
}

export function focusIn(item: HTMLElement): void {
  const control = item.querySelector<HTMLElement>('input, textarea, button');
  if (control === null) item.tabIndex = -1;
  (control ?? item).focus();
}
