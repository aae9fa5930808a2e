import { areasAround, drawnIn, shared, type Area, type Box } from './areas.ts';
import {
  elementAt,
  follows,
  frameAround,
  getAttribute,
  holds,
  linesOf,
  ownerDocument,
  parentOf,
  styleOf,
  viewOf,
} from './native.ts';

/**
 * Whether nothing lies on top of an element's text, in its own page and in the pages around its frame, as far as the
 * browser lets us look. Text that the user scrolled away lies under nothing: it stays what it was.
 */
export function isTopmost(element: Element, around = areasAround(element)): boolean {
  const lines = linesOf(element);
  return lines.length > 0 && isOnTop(element, lines, around);
}

/** Whether nothing lies on top of these boxes of an element. */
function isOnTop(element: Element, boxes: readonly Box[], around: readonly Area[]): boolean {
  const document = ownerDocument(element);
  const view = viewOf(element);
  if (!document || !view) return false;
  const inSight = boxes
    .map((box) => around.reduce((seen, { sight }) => shared(seen, sight), box))
    .filter(({ left, top, right, bottom }) => left < right && top < bottom);
  // A label stands first, and its value last. On a large page the browser takes milliseconds for each point.
  const ends = inSight.length > 1 ? [...inSight.slice(0, 1), ...inSight.slice(-1)] : inSight;
  if (ends.some((end) => isCovered(element, elementAt(document, ...middleOf(end))))) return false;
  // Of a page of another origin the browser says nothing here. There an observer of the screen tells more.
  const frame = frameAround(element);
  if (frame === null || ends.length === 0) return true;
  return isOnTop(
    frame,
    ends.map((end) => drawnIn(frame, view, end)),
    areasAround(frame),
  );
}

const middleOf = ({ left, top, right, bottom }: Box) => [(left + right) / 2, (top + bottom) / 2] as const;

/** The largest part of the page around an element that takes no pointer, because the element takes none. */
function outermostInert(element: Element): Element | null {
  let outermost: Element | null = null;
  let takesNone = true;
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    takesNone &&= styleOf(at)?.pointerEvents === 'none';
    if (takesNone || getAttribute(at, 'inert') !== null) outermost = at;
  }
  return outermost;
}

function isCovered(element: Element, found: Element | null): boolean {
  if (found !== null && holds(element, found)) return false;
  const inert = outermostInert(element);
  // What is around the words is found only where it draws something over them, or where they are cut away.
  if (inert === null) return true;
  // What takes no pointer is never found at a point, although everybody sees it.
  if (found === null || holds(found, element)) return false;
  // Many pages take no pointer while a dialog is open in them, or after them. Then what does take it is that dialog.
  return holds(inert, found) || follows(element, found);
}
