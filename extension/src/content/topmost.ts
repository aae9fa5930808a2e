import {
  boxOf,
  defaultView,
  elementAt,
  frameAround,
  holds,
  ownerDocument,
  parentOf,
  styleOf,
} from './native.ts';
import { linesOfWords, wholeOf, type Words } from './words.ts';

/**
 * Whether nothing lies on top of an element's text, in its own page and in the pages around its frame, as far as the
 * browser lets us look. Text that the user scrolled away lies under nothing: it stays what it was.
 */
export function isTopmost(element: Element, words: Words = wholeOf(element)): boolean {
  const lines = linesOfWords(words);
  const [first, last] = [lines.at(0), lines.at(-1)];
  if (!first || !last) return false;
  const still = outermostWithoutPointer(element);
  const scrollers = scrollersAround(element);
  // A label stands first, and its value last. On a large page the browser takes milliseconds for each point.
  return [first, ...(first === last ? [] : [last])].every((line) =>
    isOnTopAt(element, middleOf(line), scrollers, still),
  );
}

type Point = readonly [x: number, y: number];

const middleOf = ({ left, top, width, height }: DOMRect): Point => [left + width / 2, top + height / 2];

/** The largest part of the page around an element that takes no pointer, because the element in it takes none. */
function outermostWithoutPointer(element: Element): Element | null {
  let outermost: Element | null = null;
  let at: Element | null = element;
  while (at !== null && styleOf(at)?.pointerEvents === 'none') {
    outermost = at;
    at = parentOf(at);
  }
  return outermost;
}

function isOnTopAt(
  element: Element,
  [x, y]: Point,
  scrollers: readonly DOMRect[],
  still: Element | null,
): boolean {
  const document = ownerDocument(element);
  const view = document && defaultView(document);
  if (!document || !view) return false;
  if (isScrolledAway(view, scrollers, [x, y])) return true;
  if (isCovered(element, elementAt(document, x, y), still)) return false;
  // Of a page of another origin the browser says nothing here. There an observer of the screen tells more.
  const frame = frameAround(element);
  if (frame === null) return true;
  const { left, top, width, height } = boxOf(frame);
  const { clientLeft, clientTop } = frame;
  // The page around may draw the frame smaller or larger than it is inside.
  const across = width / (view.innerWidth + 2 * clientLeft);
  const down = height / (view.innerHeight + 2 * clientTop);
  const point: Point = [left + across * (clientLeft + x), top + down * (clientTop + y)];
  return isOnTopAt(frame, point, scrollersAround(frame), null);
}

function isCovered(element: Element, found: Element | null, still: Element | null): boolean {
  // What takes no pointer is never found at a point, although everybody sees it.
  if (found === null) return still === null;
  if (holds(element, found) || holds(found, element)) return false;
  // Many pages take no pointer while a dialog is open in them. Then what does take it is that dialog.
  return still === null || holds(still, found);
}

/** Whether the point lies outside the window, or outside a box that the user can scroll. */
function isScrolledAway(view: Window, scrollers: readonly DOMRect[], [x, y]: Point): boolean {
  if (x < 0 || y < 0 || x >= view.innerWidth || y >= view.innerHeight) return true;
  return scrollers.some(({ left, top, right, bottom }) => x < left || x >= right || y < top || y >= bottom);
}

function scrollersAround(element: Element): readonly DOMRect[] {
  const boxes: DOMRect[] = [];
  for (let at = parentOf(element); at !== null; at = parentOf(at))
    if (/auto|scroll/.test(styleOf(at)?.overflow ?? '')) boxes.push(boxOf(at));
  return boxes;
}
