import assert from 'node:assert/strict';
import { test } from 'node:test';

const clicks: ((tab: { id?: number }) => void)[] = [];
const pressed: (number | null)[] = [];
const note = (tab: number | null) => void pressed.push(tab);
let opened = 0;
const behaviours: unknown[] = [];
const browser = {
  runtime: { id: 'ours' },
  action: {
    onClicked: { addListener: (listener: (tab: { id?: number }) => void) => void clicks.push(listener) },
  },
  sidebarAction: { open: async () => void (opened += 1) },
  sidePanel: undefined as object | undefined,
};
Object.assign(globalThis, { browser, chrome: browser });
const { openSideOnClick } = await import('./open-side.ts');

test('in Chrome the browser itself opens the panel on a click on the button', () => {
  browser.sidePanel = { setPanelBehavior: async (behaviour: unknown) => void behaviours.push(behaviour) };
  openSideOnClick(note);
  assert.deepEqual(behaviours, [{ openPanelOnActionClick: true }]);
  assert.equal(clicks.length, 0);
});

test('in Firefox a click opens the sidebar, and nothing else does', () => {
  browser.sidePanel = undefined;
  openSideOnClick(note);
  assert.deepEqual([clicks.length, opened], [1, 0]);
  clicks[0]?.({ id: 11 });
  clicks[0]?.({});
  assert.equal(opened, 2);
  assert.deepEqual(pressed, [11, null], 'the page of that tab can now be looked at');
});
