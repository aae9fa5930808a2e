import { areasAround, drawnIn, shared, type Area, type Box } from './areas.ts';
import {
  boxOf,
  elementAt,
  follows,
  frameAround,
  getAttribute,
  holds,
  ownerDocument,
  parentOf,
  styleOf,
  viewOf,
} from './native.ts';
import { linesOfWords, type Words } from './words.ts';

/**
 * Whether nothing lies on top of an element's text, in its own page and in the pages around its frame, as far as the
 * browser lets us look. Text that the user scrolled away lies under nothing: it stays what it was.
 */
export function isTopmost(element: Element, around: readonly Area[], words: Words): boolean {
  const lines = linesOfWords(words);
  return lines.length > 0 && isOnTop(element, lines, around);
}

/** Whether nothing lies on top of these boxes of an element, where they are in sight. */
function isOnTop(element: Element, boxes: readonly Box[], around: readonly Area[]): boolean {
  const document = ownerDocument(element);
  const view = viewOf(element);
  if (!document || !view) return false;
  const seen = boxes.map((box) => inSight(box, around)).filter((box) => box !== null);
  // A label stands first, and its value last. On a large page the browser takes milliseconds for each point.
  const ends = seen.length > 1 ? [...seen.slice(0, 1), ...seen.slice(-1)] : seen;
  if (ends.some((end) => isCovered(element, elementAt(document, ...middleOf(end))))) return false;
  // Of a page of another origin the browser says nothing here. There an observer of the screen tells more.
  const frame = frameAround(element);
  if (frame === null) return true;
  const places = ends.map((end) => drawnIn(frame, view, end));
  return places.length > 0 ? isOnTop(frame, places, areasAround(frame)) : isPartOnTop(frame);
}

/** Whether some of a frame lies under nothing. The words in it are scrolled away, and another page may cover theirs. */
function isPartOnTop(frame: Element): boolean {
  const around = areasAround(frame);
  const seen = inSight(boxOf(frame), around);
  if (seen === null) return isOnTop(frame, [], around);
  const { left, top, right, bottom } = seen;
  const [width, height] = [right - left, bottom - top];
  return [0.1, 0.5, 0.9].some((part) => {
    const [x, y] = [left + part * width, top + part * height];
    return isOnTop(frame, [{ left: x - 1, top: y - 1, right: x + 1, bottom: y + 1 }], around);
  });
}

function inSight(box: Box, around: readonly Area[]): Box | null {
  const seen = around.reduce((rest, { sight }) => shared(rest, sight), box);
  return seen.left < seen.right && seen.top < seen.bottom ? seen : null;
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
