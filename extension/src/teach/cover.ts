import { addListener, documentElement, elementAt } from '../content/native.ts';
import { own, ownOrigin } from './own-runtime.ts';

export interface Cover {
  /** Looks at the page as it is without the cover. No click can come in between. */
  without<T>(look: () => T): T;
  remove(): void;
}

export interface CoverOptions {
  readonly ticket: string;
  /** The page took the cover away, or put something over it. */
  readonly gone: () => void;
  /** Somebody pressed Escape. */
  readonly cancelled: () => void;
}

/** From the prototype: a page can shadow it by an element with that name. */
const create = Document.prototype.createElement;

/** What the page's own styles cannot change. The frame has no colour, so that a person sees what they point at. */
const HOST =
  'all:initial!important;position:fixed!important;inset:0!important;width:100vw!important;height:100vh!important;margin:0!important;padding:0!important;border:0!important;background:transparent!important;color-scheme:light!important;display:block!important;opacity:1!important;pointer-events:auto!important';
const FRAME =
  'all:initial;position:absolute;inset:0;width:100%;height:100%;border:0;background:transparent;color-scheme:light';

/**
 * Covers the page with a frame of our own origin, in the top layer. A click on it is a click in another document, so
 * the page sees none of it; a listener of ours in the page would hear it only after the page's own.
 */
export function coverPage({ ticket, gone, cancelled }: CoverOptions): Cover {
  const ended = new AbortController();
  const host = create.call(document, 'div');
  host.style.cssText = HOST;
  host.popover = 'manual';
  const frame = create.call(document, 'iframe') as HTMLIFrameElement;
  frame.style.cssText = FRAME;
  frame.src = own.runtime.getURL('pick.html');
  host.attachShadow({ mode: 'closed' }).append(frame);
  const { signal } = ended;

  function remove(): void {
    ended.abort();
    watching.disconnect();
    host.remove();
  }
  function lose(): void {
    if (signal.aborted) return;
    remove();
    gone();
  }
  /** Of everything on the page, the cover has to be what a pointer meets. */
  function isOnTop(): boolean {
    const { innerWidth, innerHeight } = window;
    return [0.1, 0.5, 0.9].every(
      (part) => elementAt(document, part * innerWidth, part * innerHeight) === host,
    );
  }

  const watching = new MutationObserver(() => !host.isConnected && lose());
  watching.observe(document, { childList: true, subtree: true });
  addListener(host, 'toggle', () => !host.matches(':popover-open') && lose(), { signal });
  addListener(
    frame,
    'load',
    () => {
      // To our own origin alone: the page may have put another document there.
      frame.contentWindow?.postMessage(ticket, ownOrigin());
      if (!isOnTop()) lose();
    },
    { signal },
  );
  window.addEventListener(
    'keydown',
    ({ key, isTrusted }) => isTrusted && key === 'Escape' && (remove(), cancelled()),
    {
      capture: true,
      signal,
    },
  );
  documentElement(document)?.append(host);
  host.showPopover();
  return {
    remove,
    without(look) {
      if (signal.aborted) return look();
      host.hidePopover();
      host.style.setProperty('display', 'none', 'important');
      try {
        return look();
      } finally {
        host.style.setProperty('display', 'block', 'important');
        host.showPopover();
      }
    },
  };
}
