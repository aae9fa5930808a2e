import {
  boxOf,
  checkVisibility,
  defaultView,
  documentElement,
  localName,
  ownerDocument,
  parentElement,
  scrollHeight,
  scrollWidth,
  selectInElement,
  textBoxOf,
} from './native.ts';

/** Smaller than this in either direction is not read by anybody: text for screen readers alone is 1 pixel. */
const LEAST = 4;

/** What is asked of an element before what it says is believed to stand on the screen. */
const SEEN = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true } as const;

/**
 * Whether an element and all that is in it can be seen by somebody who looks at the page, scrolled to where it is.
 *
 * It does not know colours, nor what lies on top: a host that wants to deceive its own user can.
 */
export function isVisible(element: Element): boolean {
  const document = ownerDocument(element);
  const root = document && documentElement(document);
  if (!root || !frameIsVisible(document)) return false;
  if (!checkVisibility(element, SEEN)) return false;
  // A part that is hidden would be read with the rest, as if it stood there.
  for (const part of selectInElement(element, '*')) if (!checkVisibility(part, SEEN)) return false;
  return [boxOf(element), textBoxOf(element)].every(
    (box) => box !== null && isInside(box, pageBox(root)) && isNotCut(element, box),
  );
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The whole page, also what is scrolled away, in the coordinates of the window. */
function pageBox(root: Element): Box {
  const { left, top } = boxOf(root);
  const x = Math.min(left, 0);
  const y = Math.min(top, 0);
  return { left: x, top: y, right: x + scrollWidth(root), bottom: y + scrollHeight(root) };
}

function isInside(box: Box, other: Box): boolean {
  const wide = Math.min(box.right, other.right) - Math.max(box.left, other.left);
  const high = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
  return wide >= LEAST && high >= LEAST;
}

/** Folded away: an ancestor that cuts off what overflows leaves nothing of it. Where it scrolls, it can be seen. */
function isNotCut(element: Element, box: Box): boolean {
  for (let at: Element | null = element; at !== null; at = parentElement(at)) {
    const overflow = styleOf(at)?.overflow ?? 'visible';
    if (
      /hidden|clip/.test(overflow) &&
      localName(at) !== 'html' &&
      localName(at) !== 'body' &&
      !isInside(box, boxOf(at))
    )
      return false;
  }
  return true;
}

function styleOf(element: Element): CSSStyleDeclaration | undefined {
  const document = ownerDocument(element);
  return (document && defaultView(document)?.getComputedStyle(element)) ?? undefined;
}

/** A frame that its parent hides or has no room for shows nothing. A parent of another origin cannot be asked. */
function frameIsVisible(document: Document): boolean {
  const view = defaultView(document);
  if (!view || view.innerWidth < LEAST || view.innerHeight < LEAST) return false;
  const frame = view.frameElement;
  return frame === null || checkVisibility(frame, SEEN);
}
