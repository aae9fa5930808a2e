import { reportCaught } from '@ehch/clinical/diagnostics';
import {
  EMPTY_BANNER,
  stepBanner,
  type BannerAction,
  type BannerEffect,
  type BannerState,
} from '../banner/banner-state.ts';
import { NOBODY, type ReadElement, type Reading } from '../banner/reading.ts';
import type { PageMessage } from '../messages/page.ts';
import { FrameSight } from './frame-sight.ts';
import { addListener, defaultView, holds, isElement, matches, visibilityState } from './native.ts';
import { isStillSeen, stillStands } from './read-banner.ts';
import { HELD, ReadingPace, WHOLE } from './reading-pace.ts';

export interface WatchOptions {
  readonly document: Document;
  /** Reads the page as it stands now. */
  readonly read: () => Reading;
  /** Whether a change may put another banner on the page, or a list that makes it nobody's. */
  readonly concerns: (change: MutationRecord) => boolean;
  /** The shadow roots in which banners may stand now. */
  readonly shadows?: () => readonly ShadowRoot[];
  /** Receives a person after the adapter's settling time, and receives `clear` at once when the person goes. */
  readonly say: (message: PageMessage) => void;
  /** For the property test alone. Off, the watcher notices a change only at the next reading, and the test fails. */
  readonly clearAtOnce?: boolean;
}

/**
 * Watches a page's banner until the returned function is called. It never writes to the page, and it listens to no
 * keyboard or pointer event.
 */
export function watchBanner(options: WatchOptions): () => void {
  const watcher = new BannerWatcher(options);
  watcher.start();
  return () => watcher.stop();
}

class BannerWatcher {
  readonly #document: Document;
  readonly #options: WatchOptions;
  readonly #stopped = new AbortController();
  readonly #observer = new MutationObserver((changes) => this.#changed(changes));
  readonly #whole = new ReadingPace(WHOLE, () => this.#look());
  readonly #held = new ReadingPace(HELD, () => this.#lookAtHeld());
  readonly #sight = new FrameSight(
    () => this.#look(),
    // The browser has just laid out the page. On a large one, no timer could come as soon.
    () => this.#lookAtHeld(),
  );
  #banner: BannerState = EMPTY_BANNER;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(options: WatchOptions) {
    this.#document = options.document;
    this.#options = options;
  }

  start(): void {
    const view = defaultView(this.#document);
    const on = (to: EventTarget | null | undefined, type: string, listener: () => void) =>
      to && addListener(to, type, listener, { signal: this.#stopped.signal, capture: true });
    on(this.#document, 'visibilitychange', () => this.#shown());
    on(view, 'pageshow', () => this.#shown());
    on(view, 'pagehide', () => this.#act({ kind: 'left' }));
    on(view, 'popstate', () => this.#look());
    on(view, 'hashchange', () => this.#look());
    // A page that changes its address by `pushState` may leave the paths that the adapter knows.
    on(view?.navigation, 'currententrychange', () => this.#look());
    this.#sight.start(this.#document);
    this.#look();
  }

  stop(): void {
    this.#stopped.abort();
    this.#observer.disconnect();
    this.#sight.stop();
    clearTimeout(this.#settling);
    this.#whole.stop();
    this.#held.stop();
  }

  get #isSeen(): boolean {
    return visibilityState(this.#document) === 'visible';
  }

  get #isSomebody(): boolean {
    return this.#banner.reading.kind !== 'none';
  }

  #act(action: BannerAction): void {
    const { banner, effects } = stepBanner(this.#banner, action);
    this.#banner = banner;
    for (const effect of effects) this.#run(effect);
  }

  #run(effect: BannerEffect): void {
    if (effect.kind === 'say') return this.#options.say(effect.message);
    clearTimeout(this.#settling);
    if (effect.kind === 'settle') this.#settling = setTimeout(() => this.#settled(), effect.afterMs);
  }

  #settled(): void {
    const report = crypto.randomUUID();
    this.#act({ kind: 'settled', reading: this.#read(), isSeen: this.#isSeen, report });
  }

  /** Runs at every mutation, so it does only the cheap check. A full reading comes later, at the reading pace. */
  #changed(changes: readonly MutationRecord[]): void {
    const { clearAtOnce = true, concerns } = this.#options;
    if (clearAtOnce && !stillStands(this.#banner.reading)) this.#act({ kind: 'read', reading: this.#read() });
    // To see that it covers the words, a large page would have to be laid out first.
    else if (clearAtOnce && changes.some((change) => opensOver(change, this.#banner.reading)))
      this.#act({ kind: 'read', reading: NOBODY });
    // While nobody is there, one change is enough to plan a reading. Until then the observer rests on a busy page.
    if (!this.#isSomebody) this.#observer.disconnect();
    // A page in the background is read when it comes to the front. A person on it is still watched for changes.
    if (!this.#isSeen) return;
    // A second banner, or a list over the first, must not wait until the whole page is due.
    if (this.#isSomebody && changes.some(concerns)) this.#whole.afterConcern();
    else this.#whole.afterChange();
    if (this.#isSomebody) this.#held.afterChange();
  }

  #look(): void {
    this.#whole.stop();
    this.#held.stop();
    this.#act({ kind: 'read', reading: this.#read() });
    for (const root of [this.#document, ...(this.#options.shadows?.() ?? [])])
      this.#observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    if (!this.#isSeen) return;
    this.#whole.withoutChange();
    if (this.#isSomebody) this.#held.withoutChange();
  }

  /** Looks whether the person's words can still be seen. Their text is compared at each mutation already. */
  #lookAtHeld(): void {
    this.#held.stop();
    if (!this.#held.measure(() => isStillSeen(this.#banner.reading))) return this.#look();
    if (this.#isSeen) this.#held.withoutChange();
  }

  #shown(): void {
    if (!this.#isSeen) return;
    this.#look();
    this.#act({ kind: 'shown' });
  }

  #read(): Reading {
    try {
      const reading = this.#whole.measure(this.#options.read);
      this.#sight.hold(reading.kind === 'none' ? [] : wordsSeen(reading.elements));
      return this.#sight.isSeen ? reading : NOBODY;
    } catch (error) {
      reportCaught(error, 'extension/banner');
      // Nobody is the safe answer for a page that cannot be read: a person who was reported is taken back.
      return NOBODY;
    }
  }
}

/** Whether a dialog opens over the whole page, and none of the words that were read stands in it. */
function opensOver({ attributeName, target }: MutationRecord, reading: Reading): boolean {
  return (
    attributeName === 'open' &&
    isElement(target) &&
    matches(target, ':modal') &&
    reading.kind !== 'none' &&
    !reading.elements.some(({ element }) => holds(target, element))
  );
}

/** The elements whose words are seen. What is hidden lies under everything, and says nothing of a frame. */
function wordsSeen(elements: readonly ReadElement[]): readonly Element[] {
  return elements.flatMap(({ element, isSeen, sight }) => (isSeen && sight !== 'shown' ? [element] : []));
}
