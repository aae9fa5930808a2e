import type { Runtime } from 'webextension-polyfill';
import { shadowOf } from '../content/native.ts';

interface Own {
  readonly runtime: {
    readonly id: string;
    getURL(path: string): string;
    connect(info: { readonly name: string }): Runtime.Port;
  };
  /** Chrome alone. It only says here whether there is a shadow root, and nothing is read in it. */
  readonly dom?: { openOrClosedShadowRoot?(element: Element): ShadowRoot | null };
}

/**
 * The part of the extension API that the script in a taught page needs, as the browser itself has it. An own property:
 * an element of the page with `id="browser"` is none.
 */
export const own: Own = Reflect.get(
  globalThis,
  Object.hasOwn(globalThis, 'browser') ? 'browser' : 'chrome',
) as Own;

/** The origin of our own pages, whichever address the browser gives them in somebody else's page. */
export function ownOrigin(): string {
  const { protocol, host } = new URL(own.runtime.getURL(''));
  // Chrome gives a page that others may frame a host that changes, and its document the usual origin.
  return protocol === 'chrome-extension:' ? `${protocol}//${own.runtime.id}` : `${protocol}//${host}`;
}

/** Whether an element has a shadow root that a page keeps to itself. */
export function hasClosedRoot(element: Element): boolean {
  if (shadowOf(element) !== null) return false;
  try {
    const { openOrClosedShadowRoot } = element as { openOrClosedShadowRoot?: ShadowRoot | null };
    // Firefox has a property, and Chrome a function.
    return Boolean(openOrClosedShadowRoot ?? own.dom?.openOrClosedShadowRoot?.(element));
  } catch {
    // Chrome answers for HTML elements alone.
    return false;
  }
}
