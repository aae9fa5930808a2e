import { browser } from '../browser.ts';

/** Chrome's side panel API, which the polyfill's types do not include. */
interface SidePanelApi {
  setPanelBehavior(behavior: { openPanelOnActionClick: boolean }): Promise<void>;
}

/** Opens the side panel (Firefox: the sidebar) on a click on the toolbar button. Nothing else ever opens it. */
export function openSideOnClick(): void {
  const { sidePanel } = browser as { sidePanel?: SidePanelApi };
  if (sidePanel) {
    void sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
    return;
  }
  // Firefox opens the sidebar only as the first action of a click handler.
  browser.action.onClicked.addListener(() => void browser.sidebarAction.open());
}
