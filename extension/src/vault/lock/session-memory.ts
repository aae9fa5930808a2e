import { browser } from '../../browser.ts';

/** What may lie in the session's memory. Each reader checks what it finds. */
type Name = 'session' | 'pin' | 'lock' | 'work' | 'secrets' | 'copiesOf';

/**
 * The memory of the browser's session: it outlives a vault that the browser stops, ends with the browser, and never
 * touches the disk. Tokens, the PIN's check and the keys of unsent work lie here, and nowhere else.
 */
export const sessionMemory = {
  /** Chrome keeps it from content scripts by itself, and is told so all the same. Firefox gives them no way to it. */
  async keepFromPages(): Promise<void> {
    const { setAccessLevel } = browser.storage.session as {
      setAccessLevel?(access: { accessLevel: string }): Promise<void>;
    };
    await setAccessLevel?.call(browser.storage.session, { accessLevel: 'TRUSTED_CONTEXTS' });
  },
  async read(name: Name): Promise<unknown> {
    return (await browser.storage.session.get(name))[name];
  },
  async keep(name: Name, value: unknown): Promise<void> {
    await browser.storage.session.set({ [name]: value });
  },
  async forget(...names: readonly Name[]): Promise<void> {
    await browser.storage.session.remove([...names]);
  },
};

export type SessionMemory = typeof sessionMemory;
