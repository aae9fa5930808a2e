// The built side panel in a real browser, with a vault that says what a test tells it to.
import { createReadStream, existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Browser, Frame, Page } from 'puppeteer-core';
import type { SideState } from '../../extension/src/messages/side-state.ts';

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** What the stand-in for the extension API offers to tests. */
interface FakeVault {
  readonly sent: unknown[];
  readonly mixed: string[];
  opened: number;
  tell(message: unknown): void;
  /** Whether the vault answers the question whether it runs. */
  answers: boolean;
  /** How often the panel asked that. */
  asked: number;
  /** What the panel hears from a page, and of the tab in front. */
  pageSays(message: unknown): void;
  activate(tab: number, window: number): void;
  /** A page of a tab begins to load or has loaded. */
  loads(tab: number, status?: string): void;
  /** What the panel asked the browser's permission for, and the answer of the person. */
  readonly requested: unknown[];
  grants: boolean;
  /** What stands in the panel now. */
  left(): { readonly text: string; readonly frames: number };
  /** Sends a message over the port before the present one. */
  tellLate(message: unknown): void;
  lose(): void;
}

declare global {
  var fake: FakeVault;
}

/** Serves a build from its folder. */
export async function serveBuild(folder: string): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer((request, response) => {
    const file = join(folder, new URL(request.url ?? '/', 'http://x').pathname);
    if (!file.startsWith(folder) || !existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'image/png' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

export async function openPanel(browser: Browser, url: string, width = 320): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width, height: 800 });
  await page.evaluateOnNewDocument(install);
  await page.goto(`${url}/side.html`);
  await page.waitForFunction(() => globalThis.fake.sent.length > 0);
  return page;
}

/** The tab in front, as the stand-in for the browser has it, and the report of its page. */
export const FRONT = 11;
export const REPORT = 'report-1';

/** A state as the vault sends it. */
export const told = (state: SideState) => ({ kind: 'state', tab: FRONT, reports: [REPORT], state });

/** Sends the panel a state, and returns the text of the shell in that same task. */
export function tell(page: Page, state: SideState): Promise<{ text: string; frames: number }> {
  return page.evaluate(
    (message) => {
      globalThis.fake.tell(message);
      return { text: document.body.innerText, frames: document.querySelectorAll('iframe').length };
    },
    told(state) as never,
  );
}

/** The renderer's frame, once it has rendered. */
export async function renderer(page: Page): Promise<Frame> {
  await page.waitForFunction(() =>
    document.querySelector('[role=status]')?.textContent?.startsWith('Record of'),
  );
  const frame = page.frames().find((each) => each.url().endsWith('/render.html'));
  if (!frame) throw new Error('There is no renderer frame');
  return frame;
}

/** All text below the frame's body, across shadow roots. */
export const textOf = (frame: Frame) =>
  frame.evaluate(() => {
    const walk = (node: Node): string => {
      if (node instanceof HTMLStyleElement) return '';
      if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
      const shadow = node instanceof Element && node.shadowRoot ? [...node.shadowRoot.childNodes] : [];
      return [...shadow, ...node.childNodes].map(walk).join(' ');
    };
    return walk(document.body).replace(/\s+/g, ' ');
  });

function install(): void {
  if (window !== window.top) return;
  type Hear = (message: unknown) => void;
  const ports: { hear: Hear; lost: () => void }[] = [];
  const onMessage: ((message: unknown, sender: { id: string }) => void)[] = [];
  const onUpdated: ((tabId: number, change: { status?: string }) => void)[] = [];
  const onActivated: ((info: { tabId: number; windowId: number }) => void)[] = [];
  globalThis.fake = {
    sent: [],
    mixed: [],
    opened: 0,
    answers: true,
    asked: 0,
    requested: [],
    grants: true,
    loads: (tab, status) => onUpdated.forEach((hear) => hear(tab, status === undefined ? {} : { status })),
    pageSays: (message) => onMessage.forEach((hear) => hear(message, { id: 'fake' })),
    left: () => ({ text: document.body.innerText, frames: document.querySelectorAll('iframe').length }),
    activate: (tabId, windowId) => onActivated.forEach((hear) => hear({ tabId, windowId })),
    tell: (message) => ports.at(-1)?.hear(message),
    tellLate: (message) => ports.at(-2)?.hear(message),
    lose: () => ports.at(-1)?.lost(),
  };
  const connect = () => {
    const port = { hear: (() => {}) as Hear, lost: () => {} };
    ports.push(port);
    globalThis.fake.opened++;
    return {
      postMessage(message: { kind?: string }) {
        if (message.kind !== 'alive?') return void globalThis.fake.sent.push(message);
        globalThis.fake.asked += 1;
        // As over a real port, the answer comes in a task of its own.
        if (globalThis.fake.answers) setTimeout(() => port.hear({ kind: 'alive' }));
      },
      onMessage: { addListener: (hear: Hear) => (port.hear = hear) },
      onDisconnect: { addListener: (lost: () => void) => (port.lost = lost) },
    };
  };
  const api = {
    runtime: {
      id: 'fake',
      connect,
      onMessage: { addListener: (hear: (typeof onMessage)[number]) => onMessage.push(hear) },
    },
    tabs: {
      query: () => Promise.resolve([{ id: 11 }]),
      onActivated: { addListener: (hear: (typeof onActivated)[number]) => onActivated.push(hear) },
      onUpdated: { addListener: (hear: (typeof onUpdated)[number]) => onUpdated.push(hear) },
    },
    permissions: {
      request: (asked: unknown) => {
        globalThis.fake.requested.push(asked);
        return Promise.resolve(globalThis.fake.grants);
      },
    },
    windows: { getCurrent: () => Promise.resolve({ id: 7 }) },
  };
  Object.assign(globalThis, { browser: api, chrome: { runtime: { id: 'fake' } } });
}
