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
  styleOf,
  textBoxOf,
} from './native.ts';

/** CSS pixels. Nobody reads text that is smaller in either direction; text for screen readers alone is 1 pixel. */
const LEAST = 4;

/** The checks that the browser makes before we believe that an element is on the screen. */
const SEEN = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true } as const;

/**
 * Whether a user who scrolls to an element can see it and everything inside it.
 *
 * The check knows neither colours nor what lies on top. It does not protect a user from a host that deceives them.
 */
export function isVisible(element: Element): boolean {
  const document = ownerDocument(element);
  const root = document && documentElement(document);
  if (!root || !frameIsVisible(document)) return false;
  if (!checkVisibility(element, SEEN)) return false;
  // `textContent` includes hidden parts. A hidden digit would be read as part of the number.
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

/** The whole page with its scrolled-away parts, in the coordinates of the window. */
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

/**
 * False where an ancestor with `overflow: hidden` or `clip` cuts the whole box off, as in a folded banner. An ancestor
 * that scrolls cuts nothing off, because the user can scroll to the box.
 */
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

/** False for a frame that its parent hides or leaves no room. The browser gives no answer about a foreign parent. */
function frameIsVisible(document: Document): boolean {
  const view = defaultView(document);
  if (!view || view.innerWidth < LEAST || view.innerHeight < LEAST) return false;
  const frame = view.frameElement;
  return frame === null || checkVisibility(frame, SEEN);
}
