/** The part of Chrome's API that the walk calls inside the extension's worker. */
declare const chrome: {
  readonly storage: Record<
    'local' | 'session',
    { get(keys: null): Promise<Record<string, unknown>>; set(items: object): Promise<void> }
  >;
  readonly tabs: { query(about: { url: string }): Promise<{ id?: number }[]> };
  readonly action: { getBadgeText(about: { tabId: number }): Promise<string> };
  readonly runtime: {
    readonly onMessage: { addListener(hear: (message: { kind?: string }) => void): void };
    readonly onConnect: {
      addListener(hear: (port: { name: string; postMessage: (message: unknown) => void }) => void): void;
    };
  };
};
