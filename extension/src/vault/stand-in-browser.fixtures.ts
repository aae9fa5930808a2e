// A stand-in for the browser around the vault, for tests of its wiring. The walks run the same in real browsers.

/** An event of the browser: its listeners, and a way to fire it. */
export function event<Args extends unknown[]>() {
  const listeners: ((...args: Args) => unknown)[] = [];
  return {
    listeners,
    addListener: (listener: (...args: Args) => unknown) => void listeners.push(listener),
    tell: (...args: Args) => listeners.map((listener) => listener(...args)),
  };
}

export interface RegisteredScript {
  readonly id: string;
  readonly matches: readonly string[];
  readonly allFrames: boolean;
  readonly persistAcrossSessions: boolean;
  readonly matchOriginAsFallback?: boolean;
}

interface Tab {
  readonly id: number;
  /** Left out where the extension has no permission to know it. */
  readonly url?: string;
  readonly discarded?: boolean;
}

/** What the browser holds. Tests change it and fire the events. */
export function standInBrowser() {
  const world = {
    granted: ['http://gp.localhost/*'] as readonly string[],
    /** Whether the manifest requires the permission for a site, so that nobody can take it away. */
    isRequired: false,
    local: {} as Record<string, unknown>,
    /** The memory of the browser's session. */
    session: {} as Record<string, unknown>,
    alarms: new Set<string>(),
    idle: 'active',
    /** What the browser's window for a sign-in gives back. */
    signIn: async (_url: string): Promise<string | undefined> => undefined,
    managed: {} as object | Error,
    /** The tab in front of each window. */
    active: new Map([
      [1, 11],
      [2, 21],
    ]),
    tabs: new Map<number, Tab>([
      [11, { id: 11, url: 'http://gp.localhost:8100/gp-record/' }],
      [21, { id: 21, url: 'http://gp.localhost:8100/gp-record/' }],
    ]),
    badges: new Map<number, string>(),
    titles: new Map<number, string>(),
    registered: [] as RegisteredScript[],
    /** What was called on the registered scripts, in order. */
    calls: [] as string[],
    knowsFallback: true,
    injected: [] as number[],
    accessLevels: [] as string[],
  };
  const area = (name: string, get: () => object | Error) => ({
    get: async (keys: null | string | readonly string[]) => {
      const held = get();
      if (held instanceof Error) throw held;
      const wanted = keys === null ? Object.keys(held) : [keys].flat();
      return Object.fromEntries(Object.entries(held).filter(([key]) => wanted.includes(key)));
    },
    setAccessLevel: async ({ accessLevel }: { accessLevel: string }) =>
      void world.accessLevels.push(`${name} ${accessLevel}`),
  });
  const browser = {
    runtime: {
      id: 'ours',
      getManifest: () => ({ host_permissions: ['http://*.localhost/*'] }),
      getURL: (path: string) => `chrome-extension://ours/${path}`,
      onConnect: event<[never]>(),
      onMessage: event<[unknown, object]>(),
      onInstalled: event(),
      onStartup: event(),
    },
    storage: {
      local: {
        ...area('local', () => world.local),
        set: async (values: object) => void Object.assign(world.local, values),
      },
      session: {
        ...area('session', () => world.session),
        set: async (values: object) => void Object.assign(world.session, structuredClone(values)),
        remove: async (keys: readonly string[]) => {
          for (const key of keys) delete world.session[key];
        },
      },
      managed: area('managed', () => world.managed),
      onChanged: event<[object, string]>(),
    },
    tabs: {
      get: async (id: number) => {
        const tab = world.tabs.get(id);
        if (tab === undefined) throw new Error(`No tab with id: ${id}.`);
        return tab;
      },
      query: async ({
        windowId,
        url,
      }: {
        windowId?: number;
        url?: readonly string[];
        discarded?: boolean;
      }) => {
        if (url !== undefined)
          return [...world.tabs.values()].filter(
            (tab) =>
              !tab.discarded &&
              url.some((pattern) => tab.url?.replace(/:\d+/, '').startsWith(pattern.slice(0, -1))),
          );
        return windowId === undefined
          ? [...world.tabs.values()]
          : [world.active.get(windowId)].map((id) => ({ id }));
      },
      onActivated: event<[{ windowId: number }]>(),
      onAttached: event<[number, { newWindowId: number }]>(),
      onDetached: event<[number, { oldWindowId: number }]>(),
      onRemoved: event<[number]>(),
    },
    idle: {
      queryState: async () => world.idle,
      setDetectionInterval: () => undefined,
      onStateChanged: event<[string]>(),
    },
    alarms: {
      create: (name: string) => void world.alarms.add(name),
      clear: async (name: string) => world.alarms.delete(name),
      onAlarm: event<[{ name: string }]>(),
    },
    identity: {
      getRedirectURL: () => 'https://ours.chromiumapp.org/',
      launchWebAuthFlow: ({ url }: { url: string }) => world.signIn(url),
    },
    permissions: {
      getAll: async () => ({ origins: [...world.granted] }),
      contains: async ({ origins: [origin = ''] }: { origins: readonly string[] }) =>
        world.granted.includes(origin),
      remove: async ({ origins: [origin = ''] }: { origins: readonly string[] }) => {
        if (world.isRequired) throw new Error('You cannot remove required permissions.');
        world.granted = world.granted.filter((each) => each !== origin);
        browser.permissions.onRemoved.tell();
        return true;
      },
      onAdded: event(),
      onRemoved: event(),
    },
    scripting: {
      getRegisteredContentScripts: async () => [...world.registered],
      unregisterContentScripts: async ({ ids }: { ids: readonly string[] }) => {
        world.calls.push(...ids.map((id) => `- ${id}`));
        world.registered = world.registered.filter(({ id }) => !ids.includes(id));
      },
      registerContentScripts: async (scripts: readonly RegisteredScript[]) => {
        if (!world.knowsFallback && scripts.some((script) => 'matchOriginAsFallback' in script))
          throw new TypeError('Unexpected property "matchOriginAsFallback"');
        world.calls.push(...scripts.map(({ id }) => `+ ${id}`));
        world.registered.push(...scripts);
      },
      executeScript: async ({ target: { tabId } }: { target: { tabId: number } }) => {
        world.injected.push(tabId);
        if (!world.tabs.has(tabId)) throw new Error('No tab');
      },
    },
    action: {
      setBadgeText: async ({ tabId, text }: { tabId: number; text: string }) =>
        void world.badges.set(tabId, text),
      setBadgeBackgroundColor: async () => {},
      setTitle: async ({ tabId, title }: { tabId: number; title: string }) =>
        void world.titles.set(tabId, title),
      onClicked: event<[{ id?: number }]>(),
    },
    sidebarAction: { open: async () => {} },
  };
  Object.assign(globalThis, { browser, chrome: browser, __DEMO__: true, __CONTEXT_CHECK__: true });
  return { world, browser };
}
