import type { Browser } from 'webextension-polyfill';

type Own = { readonly runtime: Pick<Browser['runtime'], 'connect' | 'id' | 'sendMessage'> };

/**
 * The part of the extension API that a page needs, as the browser itself has it. The polyfill would be a quarter of
 * the content script. An own property: an element of the page with `id="browser"` is none.
 */
export const browser: Own = Reflect.get(
  globalThis,
  Object.hasOwn(globalThis, 'browser') ? 'browser' : 'chrome',
) as Own;
