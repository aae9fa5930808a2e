import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

type Click = (tab: { id?: number; windowId?: number }) => void;
const clicks: Click[] = [];
const opened: unknown[] = [];
const pressed: (number | null)[] = [];
const behaviours: unknown[] = [];
let fails = false;
const open = async (where: unknown) => {
  opened.push(where);
  if (fails) throw new Error('may only be called in response to a user gesture');
};
const browser = {
  runtime: { id: 'ours' },
  action: { onClicked: { addListener: (listener: Click) => void clicks.push(listener) } },
  sidebarAction: { open: () => open('sidebar') },
  sidePanel: undefined as object | undefined,
};
Object.assign(globalThis, { browser, chrome: browser });
const { openSideOnClick } = await import('./open-side.ts');

beforeEach(() => {
  for (const list of [clicks, opened, pressed, behaviours]) list.splice(0);
  fails = false;
});

test('in Chrome a click opens the panel of its window, and the browser opens none by itself', () => {
  browser.sidePanel = {
    open,
    setPanelBehavior: async (behaviour: unknown) => void behaviours.push(behaviour),
  };
  openSideOnClick((tab) => void pressed.push(tab));
  assert.deepEqual([behaviours, opened], [[{ openPanelOnActionClick: false }], []]);
  clicks[0]?.({ id: 11, windowId: 1 });
  clicks[0]?.({});
  assert.deepEqual(opened, [{ windowId: 1 }, { windowId: -1 }]);
  assert.deepEqual(pressed, [11, null], 'the page of that tab can now be looked at');
});

test('in Firefox a click opens the sidebar, and nothing else does', () => {
  browser.sidePanel = undefined;
  openSideOnClick((tab) => void pressed.push(tab));
  assert.deepEqual([clicks.length, opened], [1, []]);
  clicks[0]?.({ id: 11 });
  assert.deepEqual([opened, pressed], [['sidebar'], [11]]);
});

test('a browser that does not open it still says which page was clicked on', async () => {
  browser.sidePanel = undefined;
  fails = true;
  openSideOnClick((tab) => void pressed.push(tab));
  clicks[0]?.({ id: 11 });
  await Promise.resolve();
  assert.deepEqual(pressed, [11]);
});
