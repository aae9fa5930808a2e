import { reportCaught } from '@ehch/clinical';
import type { PageMessage } from '../messages/page.ts';
import { addListener, defaultView, visibilityState } from './native.ts';
import { NOBODY, sameReading, stillStands, type Reading } from './read-banner.ts';

export interface WatchOptions {
  readonly document: Document;
  /** Reads the page as it stands now. */
  readonly read: () => Reading;
  /** Is told of a person once she has stood there for the adapter's settling time, and at once that she does not. */
  readonly say: (message: PageMessage) => void;
  /** For the property test alone: with it off, a change is noticed only when it is read again, and the test goes red. */
  readonly clearAtOnce?: boolean;
}

/** A page that says nothing by itself is read again this often: a change of style is no mutation. */
const SANITY = 1000;
/** Of the main thread's time, full readings may take this much: 5 ms in a second while nobody is there, else 50. */
const SHARE = { nobody: 200, somebody: 20 } as const;
/** A burst of changes is read once. Below the 100 ms in which a person who went must be cleared. */
const BURST = { nobody: 100, somebody: 40 } as const;

/** Watches a page's banner until it is stopped. It never writes to the page and hears nothing of the keyboard. */
export function watchBanner({ document, read, say, clearAtOnce = true }: WatchOptions): () => void {
  const stopped = new AbortController();
  const observer = new MutationObserver(changed);
  let reading: Reading = NOBODY;
  let said = false;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let next: ReturnType<typeof setTimeout> | undefined;
  let nextAt = Infinity;
  let cost = 0;

  function changed(): void {
    if (clearAtOnce && !stillStands(reading)) take();
    // While nobody is there one change is enough to read again, and a busy page is not listened to until then.
    if (reading.is === 'none') observer.disconnect();
    plan(reading.is === 'none' ? BURST.nobody : BURST.somebody);
  }

  function observe(): void {
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  }

  /** The one place where a reading replaces another. Whoever was said to be there is taken back first. */
  function take(): void {
    const before = performance.now();
    let now = NOBODY;
    try {
      now = read();
    } catch (error) {
      reportCaught(error, 'extension/banner');
      // A page that cannot be read has nobody on it.
    }
    cost = performance.now() - before;
    const same = sameReading(now, reading);
    reading = now;
    if (same) return;
    unsay();
    if (now.is !== 'none') settling = setTimeout(settled, now.adapter.settleMs);
  }

  function unsay(): void {
    clearTimeout(settling);
    if (!said) return;
    said = false;
    say({ kind: 'clear' });
  }

  /** The same person has stood there for the settling time, as far as was noticed: look once more, then say so. */
  function settled(): void {
    const before = reading;
    take();
    if (!sameReading(before, reading) || !isSeen()) return;
    if (reading.is === 'ambiguous') say({ kind: 'ambiguous' });
    else if (reading.is === 'person')
      say({ kind: 'candidate', adapter: reading.adapter.id, person: reading.person });
    said = reading.is !== 'none';
  }

  function look(): void {
    clearTimeout(next);
    nextAt = Infinity;
    take();
    observe();
    plan(SANITY);
  }

  function plan(after: number): void {
    // A page in the background is read when it comes to the front; what is held is still watched for changes.
    if (!isSeen()) return;
    const wait = Math.max(after, cost * (reading.is === 'none' ? SHARE.nobody : SHARE.somebody));
    const at = performance.now() + wait;
    if (at >= nextAt) return;
    clearTimeout(next);
    nextAt = at;
    next = setTimeout(look, wait);
  }

  function shown(): void {
    look();
    if (said || reading.is === 'none') return;
    // It was not said in the background, however long it stood there.
    clearTimeout(settling);
    settling = setTimeout(settled, reading.adapter.settleMs);
  }

  function hidden(): void {
    unsay();
    reading = NOBODY;
  }

  const isSeen = () => visibilityState(document) === 'visible';
  const view = defaultView(document);
  const on = (to: EventTarget | null, type: string, listener: () => void) =>
    to && addListener(to, type, listener, { signal: stopped.signal, capture: true });
  on(document, 'visibilitychange', () => isSeen() && shown());
  on(view, 'pageshow', () => isSeen() && shown());
  on(view, 'pagehide', hidden);
  on(view, 'popstate', look);
  on(view, 'hashchange', look);
  look();

  return () => {
    stopped.abort();
    observer.disconnect();
    clearTimeout(settling);
    clearTimeout(next);
  };
}
