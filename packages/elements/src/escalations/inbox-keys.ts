import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ThreadSide } from '@ehch/clinical/thread';
import type { EscalationsPress } from './escalations-press.ts';
import type { MatterRow } from './matter-rows.ts';

/** What a key does: something to the open thread, a move of the focus to a row, or both. */
export interface InboxKey {
  readonly action: EscalationsPress | null;
  readonly focus: string | null;
}

/**
 * What a key means in the list; `null`: nothing. Letters count only while a row has the focus, so that whoever types, or
 * speaks to the computer, presses nothing by accident (WCAG 2.2, 2.1.4).
 */
export function keyOf(
  event: KeyboardEvent,
  { open, side }: { readonly open: string | null; readonly side: ThreadSide },
  rows: readonly MatterRow[],
): InboxKey | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const [target] = event.composedPath();
  const row = target instanceof HTMLElement ? target.dataset['row'] : undefined;
  if (row === undefined) return null;
  const at = rows.findIndex(({ thread }) => thread.id === row);
  const beside = (by: 1 | -1) => rows[at + by]?.thread.id ?? null;
  // Nobody takes or answers their own side's matter.
  const isAsked = rows[at] !== undefined && rows[at].thread.raised.by.side !== side;
  switch (event.key) {
    case 'ArrowDown':
      return { action: null, focus: beside(1) };
    case 'ArrowUp':
      return { action: null, focus: beside(-1) };
    case 't':
      return isAsked ? { action: { kind: 'attend', act: 'take', thread: row }, focus: null } : null;
    case 'a':
      return isAsked ? { action: { kind: 'begin', what: 'answer', thread: row }, focus: null } : null;
    case 'n': {
      const next = beside(1);
      return next === null || next === open
        ? null
        : { action: { kind: 'open-thread', thread: next }, focus: next };
    }
    default:
      return null;
  }
}

/** The button of a row. */
export function rowAt(root: ParentNode, thread: string | null): HTMLElement | null {
  return (
    [...root.querySelectorAll<HTMLElement>('[data-row]')].find((one) => one.dataset['row'] === thread) ?? null
  );
}

/**
 * Keeps the focus in its row where a press takes its own button away: "Send" with its form, "Mark seen" once it is seen. Whoever
 * works by keys would else stand at the top of the page, before another resident's row.
 */
export class RowFocus {
  #focused: Element | null = null;
  #row: string | null = null;

  /** Takes note of what has the focus before the list is drawn anew. */
  note(root: Node): void {
    this.#focused = root instanceof ShadowRoot ? root.activeElement : null;
    const row = this.#focused?.closest('.row')?.querySelector<HTMLElement>('[data-row]');
    this.#row = row?.dataset['row'] ?? null;
  }

  keep(root: ParentNode): void {
    if (this.#focused?.isConnected === false) rowAt(root, this.#row)?.focus();
  }
}

/** What the keys do, for people who use them. */
export const KEYS: Readonly<Record<ThreadSide, TemplateResult>> = {
  practice: html`<p class="aside keys">Keys in this list: up and down, Enter opens, T takes, A answers, N next.</p>`,
  home: html`<p class="aside keys">Keys in this list: up and down, Enter opens, N next.</p>`,
};
