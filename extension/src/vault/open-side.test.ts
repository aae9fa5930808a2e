import assert from 'node:assert/strict';
import { test } from 'node:test';

const clicks: (() => void)[] = [];
let opened = 0;
const behaviours: unknown[] = [];
const browser = {
  runtime: { id: 'ours' },
  action: { onClicked: { addListener: (listener: () => void) => void clicks.push(listener) } },
  sidebarAction: { open: async () => void (opened += 1) },
  sidePanel: undefined as object | undefined,
};
Object.assign(globalThis, { browser, chrome: browser });
const { openSideOnClick } = await import('./open-side.ts');

test('in Chrome the browser itself opens the panel on a click on the button', () => {
  browser.sidePanel = { setPanelBehavior: async (behaviour: unknown) => void behaviours.push(behaviour) };
  openSideOnClick();
  assert.deepEqual(behaviours, [{ openPanelOnActionClick: true }]);
  assert.equal(clicks.length, 0);
});

test('in Firefox a click opens the sidebar, and nothing else does', () => {
  browser.sidePanel = undefined;
  openSideOnClick();
  assert.deepEqual([clicks.length, opened], [1, 0]);
  clicks[0]?.();
  assert.equal(opened, 1);
});
