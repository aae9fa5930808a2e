import { boxOf, defaultView, elementAt, firstLineOf, holds, ownerDocument, parentElement } from './native.ts';

/**
 * Whether nothing lies on top of an element's text, in its own page and in the pages around its frame, as far as the browser
 * lets us look. Text that the user scrolled away lies under nothing: it stays what it was.
 */
export function isTopmost(element: Element): boolean {
  const document = ownerDocument(element);
  const line = firstLineOf(element);
  if (!document || line === null) return false;
  const [x, y] = [line.left + line.width / 2, line.top + line.height / 2];
  // What takes no pointer is never found at a point, although everybody sees it.
  if (styleOf(element)?.pointerEvents === 'none') return true;
  return isOnTopAt(document, element, x, y);
}

function isOnTopAt(document: Document, element: Element, x: number, y: number): boolean {
  const view = defaultView(document);
  if (!view || isScrolledAway(view, element, x, y)) return view !== null;
  const found = elementAt(document, x, y);
  if (found === null || !(holds(element, found) || holds(found, element))) return false;
  // Of a page of another origin the browser says nothing here. There an observer of the screen tells more.
  const frame = view.frameElement;
  const around = frame && ownerDocument(frame);
  if (!frame || !around) return true;
  const { left, top } = boxOf(frame);
  return isOnTopAt(around, frame, left + frame.clientLeft + x, top + frame.clientTop + y);
}

/** Whether the point lies outside the window, or outside a box that the user can scroll. */
function isScrolledAway(view: Window, element: Element, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= view.innerWidth || y >= view.innerHeight) return true;
  for (let at = parentElement(element); at !== null; at = parentElement(at)) {
    if (!/auto|scroll/.test(styleOf(at)?.overflow ?? '')) continue;
    const { left, top, right, bottom } = boxOf(at);
    if (x < left || x >= right || y < top || y >= bottom) return true;
  }
  return false;
}

function styleOf(element: Element): CSSStyleDeclaration | undefined {
  const document = ownerDocument(element);
  return (document && defaultView(document)?.getComputedStyle(element)) ?? undefined;
}
