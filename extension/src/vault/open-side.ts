import { browser } from '../browser.ts';

/** What Chrome has and the polyfill does not name. */
interface SidePanelApi {
  setPanelBehavior(behavior: { openPanelOnActionClick: boolean }): Promise<void>;
}

/** A click on the toolbar's button opens the side panel (Firefox: the sidebar). Nothing else ever opens it. */
export function openSideOnClick(): void {
  const { sidePanel } = browser as { sidePanel?: SidePanelApi };
  if (sidePanel) {
    void sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
    return;
  }
  // Firefox opens it only as the first thing that a click does.
  browser.action.onClicked.addListener(() => void browser.sidebarAction.open());
}
