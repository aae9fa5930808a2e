/** The part of Chrome's API that the walk calls inside the extension's worker. */
declare const chrome: {
  readonly storage: Record<
    'local' | 'session',
    { get(keys: string | null): Promise<Record<string, unknown>>; set(items: object): Promise<void> }
  >;
  readonly tabs: { query(about: { url: string }): Promise<{ id?: number }[]> };
  readonly action: { getBadgeText(about: { tabId: number }): Promise<string> };
  readonly idle: {
    /** `dispatch` plays the event, where a browser lets a test do so. */
    readonly onStateChanged: { dispatch?(state: string): void };
  };
  readonly runtime: {
    connect(info: { name: string }): {
      postMessage(message: unknown): void;
      readonly onDisconnect: { addListener(ended: () => void): void };
    };
    readonly onMessage: { addListener(hear: (message: { kind?: string }) => void): void };
    readonly onConnect: {
      addListener(hear: (port: { name: string; postMessage: (message: unknown) => void }) => void): void;
    };
  };
};

/** What a walk counts in the worker of pages that ask and say something. */
declare var walkHeard: { asked: number; opened: number };
/** The kinds of change that a walk saw in a page. */
declare var walkChanges: string[];
