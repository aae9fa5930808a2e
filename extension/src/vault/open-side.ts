import { reportCaught } from '@ehch/clinical/diagnostics';
import { browser } from '../browser.ts';

/** Chrome's side panel API, which the polyfill's types do not include. */
interface SidePanelApi {
  setPanelBehavior(behavior: { openPanelOnActionClick: boolean }): Promise<void>;
  open(where: { windowId: number }): Promise<void>;
}

/**
 * Opens the side panel (Firefox: the sidebar) on a click on the toolbar button. Nothing else ever opens it. Chrome
 * could open it by itself, but would then not say which page the user clicked on, and no site could be enabled.
 *
 * @param pressed runs after each click: the browser now says which page the tab shows
 */
export function openSideOnClick(pressed: (tab: number | null) => void): void {
  const { sidePanel } = browser as { sidePanel?: SidePanelApi };
  void sidePanel?.setPanelBehavior({ openPanelOnActionClick: false });
  browser.action.onClicked.addListener(({ id, windowId }) => {
    // First: after any wait the browser no longer believes that a person clicked.
    const opening =
      sidePanel === undefined ? browser.sidebarAction.open() : sidePanel.open({ windowId: windowId ?? -1 });
    opening.catch((error: unknown) => reportCaught(error, 'extension/open-side'));
    pressed(id ?? null);
  });
}
