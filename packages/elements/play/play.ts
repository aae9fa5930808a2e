// The list of every named state, and the switches. The state itself stands in a frame, so that a width is a real width.
import { NAMED_STATES } from './named-states.ts';

declare global {
  interface Window {
    /** There in the browser that `npm run play -- --browser` opens: no page can force colours by itself. */
    readonly forceColours?: (forced: boolean) => Promise<void>;
  }
}

const found = <E extends Element>(selector: string, kind: new () => E): E => {
  const element = document.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`play/index.html has no ${selector}.`);
  return element;
};
const list = found('#list', HTMLDivElement);
const find = found('#find', HTMLInputElement);
const stage = found('#stage', HTMLIFrameElement);
const switches = found('#switches', HTMLFormElement);

for (const [component, states] of Object.entries(NAMED_STATES)) {
  const group = document.createElement('section');
  const heading = document.createElement('h2');
  heading.textContent = component;
  group.append(heading, ...Object.keys(states).map((name) => link(component, name)));
  list.append(group);
}

function link(component: string, name: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = `#${component}/${encodeURIComponent(name)}`;
  anchor.textContent = name;
  return anchor;
}

/** What is typed is found in the name of the state or of its component. */
function search(): void {
  const words = find.value.trim().toLowerCase();
  for (const group of list.children) {
    const title = group.querySelector('h2')?.textContent ?? '';
    let shown = 0;
    for (const anchor of group.querySelectorAll('a')) {
      anchor.hidden = !`${title} ${anchor.textContent}`.toLowerCase().includes(words);
      if (!anchor.hidden) shown += 1;
    }
    (group as HTMLElement).hidden = shown === 0;
  }
}

function show(): void {
  const [component = '', name = ''] = decodeURIComponent(location.hash.slice(1)).split(/\/(.*)/s);
  const set = new FormData(switches);
  const width = set.get('width');
  stage.style.width = typeof width === 'string' && width !== '' ? `${width}px` : '';
  const asked = new URLSearchParams({ component, state: name });
  for (const each of ['port', 'text', 'dark', 'compact']) {
    const value = set.get(each);
    if (typeof value === 'string') asked.set(each, value);
  }
  stage.src = `./state.html?${asked.toString()}`;
  for (const anchor of list.querySelectorAll('a'))
    anchor.toggleAttribute('aria-current', anchor.hash === location.hash);
  void window.forceColours?.(set.has('forced'));
}

if (window.forceColours === undefined) {
  found('[name=forced]', HTMLInputElement).disabled = true;
  found('#forced-label', HTMLLabelElement).title =
    'Only in the browser that "npm run play -- --browser" opens, or by the rendering tools of yours.';
}
if (location.hash === '') location.replace('#resident-summary/typical');
find.addEventListener('input', search);
switches.addEventListener('change', show);
window.addEventListener('hashchange', show);
show();
