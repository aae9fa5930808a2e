import { defaultView, documentElement } from './native.ts';

/** What Chromium says besides: whether nothing lies over the element, in any page around it. */
interface Sighting extends IntersectionObserverEntry {
  readonly isVisible?: boolean;
}

/**
 * Notices that a frame, or the words that were read, go off the screen or come back. In a page of another origin the frame cannot look around
 * itself, so there it also asks the browser whether something lies over the words that were read. Firefox does not
 * answer that.
 */
export class FrameSight {
  readonly #changed: () => void;
  // A frame that only touches the screen has a share of 0 in it, and one that begins to come on it has a little more.
  readonly #frame = new IntersectionObserver((entries) => this.#takeFrame(entries), { threshold: [0, 1e-9] });
  readonly #words = new IntersectionObserver((entries) => this.#takeWords(entries), {
    trackVisibility: true,
    delay: 100,
  } as IntersectionObserverInit);
  readonly #moves: IntersectionObserver;
  #isOnScreen = true;
  #isForeign = false;
  #covered: ReadonlySet<Element> = new Set();
  #held: readonly Element[] = [];

  constructor(changed: () => void, moved: () => void) {
    this.#changed = changed;
    this.#moves = new IntersectionObserver(moved);
  }

  /** Whether a person sees the frame, as far as the browser says. The top page is seen whenever its tab is. */
  get isSeen(): boolean {
    return this.#isOnScreen && this.#covered.size === 0;
  }

  start(document: Document): void {
    const view = defaultView(document);
    const root = documentElement(document);
    if (!view || !root || view === view.top) return;
    this.#isForeign = view.frameElement === null;
    this.#frame.observe(root);
  }

  /** Watches the words of the latest reading, and of no other. */
  hold(elements: readonly Element[]): void {
    if (isSame(elements, this.#held)) return;
    this.#held = elements;
    this.#covered = new Set([...this.#covered].filter((element) => elements.includes(element)));
    for (const observer of this.#isForeign ? [this.#moves, this.#words] : [this.#moves]) {
      observer.disconnect();
      for (const element of elements) observer.observe(element);
    }
  }

  stop(): void {
    for (const observer of [this.#frame, this.#moves, this.#words]) observer.disconnect();
  }

  #takeFrame(entries: readonly Sighting[]): void {
    const last = entries.at(-1);
    this.#take(last === undefined || isOnScreen(last), this.#covered);
  }

  #takeWords(entries: readonly Sighting[]): void {
    const covered = new Set(this.#covered);
    for (const { target, isIntersecting, isVisible = true } of entries) {
      // Words that the user scrolled away lie under nothing.
      if (isIntersecting && !isVisible) covered.add(target);
      else covered.delete(target);
    }
    this.#take(this.#isOnScreen, covered);
  }

  #take(isOnScreen: boolean, covered: ReadonlySet<Element>): void {
    const before = this.isSeen;
    this.#isOnScreen = isOnScreen;
    this.#covered = covered;
    if (before !== this.isSeen) this.#changed();
  }
}

/** A page whose own box has no room can still show what it put somewhere else. */
function isOnScreen({ isIntersecting, intersectionRect, boundingClientRect }: Sighting): boolean {
  const hasRoom = ({ width, height }: DOMRectReadOnly) => width > 0 && height > 0;
  return isIntersecting && (hasRoom(intersectionRect) || !hasRoom(boundingClientRect));
}

function isSame(one: readonly Element[], other: readonly Element[]): boolean {
  return one.length === other.length && one.every((element, at) => element === other[at]);
}
