import type { LitElement } from 'lit';

/** What was pressed is gone after its press: without this the focus would fall out of the card. */
export async function moveFocusTo(host: LitElement, selector: string): Promise<void> {
  host.requestUpdate();
  await host.updateComplete;
  const found = host.renderRoot.querySelector<HTMLElement>(selector);
  if (found === null) return;
  if (!found.matches('input, select, textarea, button')) found.tabIndex = -1;
  found.focus({ preventScroll: true });
  found.scrollIntoView({ block: 'nearest' });
}
