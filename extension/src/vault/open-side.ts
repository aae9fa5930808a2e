import { browser } from '../browser.ts';

/** Chrome's side panel API, which the polyfill's types do not include. */
interface SidePanelApi {
  setPanelBehavior(behavior: { openPanelOnActionClick: boolean }): Promise<void>;
}

/**
 * Opens the side panel (Firefox: the sidebar) on a click on the toolbar button. Nothing else ever opens it.
 *
 * @param pressed runs after a press beside an open sidebar: the browser now says which page the tab shows
 */
export function openSideOnClick(pressed: (tab: number | null) => void): void {
  const { sidePanel } = browser as { sidePanel?: SidePanelApi };
  if (sidePanel) {
    void sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
    return;
  }
  // Firefox opens the sidebar only as the first action of a click handler.
  browser.action.onClicked.addListener(({ id }) => {
    void browser.sidebarAction.open();
    pressed(id ?? null);
  });
}
