import {
  bodyOf,
  boxOf,
  checkVisibility,
  defaultView,
  documentElement,
  frameAround,
  ownerDocument,
  parentElement,
  scrollHeight,
  scrollLeft,
  scrollTop,
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
  if (!hasVisibleFrames(element) || !checkVisibility(element, SEEN)) return false;
  // `textContent` includes hidden parts. A hidden digit would be read as part of the number.
  for (const part of selectInElement(element, '*')) if (!checkVisibility(part, SEEN)) return false;
  return [boxOf(element), textBoxOf(element)].every((box) => box !== null && canBeReached(element, box));
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const CUTS = /hidden|clip/;
const SCROLLS = /auto|scroll/;

/** Whether the user sees a box of an element, or can scroll to it. A folded banner is neither. */
function canBeReached(element: Element, box: Box): boolean {
  let seen = box;
  // What has a place of its own may stand outside a box that scrolls and holds it.
  let isInFlow = true;
  let isFixed = false;
  for (let at: Element | null = element; at !== null; at = parentElement(at)) {
    const style = styleOf(at);
    const document = ownerDocument(at);
    if (!style || !document) return false;
    const isRoot = at === documentElement(document);
    const own = isRoot ? windowBox(document) : boxOf(at);
    const { across, down } = overflowOf(at, document, isFixed);
    const scrolls = (isInFlow || isRoot) && SCROLLS.test(across + down);
    const content = scrolls ? contentOf(at, own, style) : EVERYWHERE;
    const reach = (rule: string) => (CUTS.test(rule) ? own : SCROLLS.test(rule) ? content : EVERYWHERE);
    const [x, y] = [reach(across), reach(down)];
    if (!isInside(seen, { left: x.left, right: x.right, top: y.top, bottom: y.bottom })) return false;
    // Once the user has scrolled there, the words stand in the box that scrolls.
    if (scrolls && !isInside(seen, own)) seen = own;
    if (/absolute|fixed/.test(style.position)) isInFlow = false;
    if (style.position === 'fixed') isFixed = true;
  }
  return true;
}

const EVERYWHERE: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

/** What an element does with what stands outside it. The window takes the rule of `html`, else that of `body`. */
function overflowOf(at: Element, document: Document, isFixed: boolean) {
  const root = documentElement(document);
  const [ofRoot, ofBody] = [root && styleOf(root), bodyOf(document) && styleOf(bodyOf(document))];
  const isOfBody = ofRoot?.overflow === 'visible';
  if (at === root) {
    const rule = isOfBody ? ofBody : ofRoot;
    // No scrolling moves what is fixed in the window.
    const ofWindow = (rule = 'visible') => (isFixed || CUTS.test(rule) ? 'hidden' : 'scroll');
    return { across: ofWindow(rule?.overflowX), down: ofWindow(rule?.overflowY) };
  }
  if (at === bodyOf(document) && isOfBody) return { across: 'visible', down: 'visible' };
  const style = styleOf(at);
  return { across: style?.overflowX ?? 'visible', down: style?.overflowY ?? 'visible' };
}

function windowBox(document: Document): Box {
  const view = defaultView(document);
  return { left: 0, top: 0, right: view?.innerWidth ?? 0, bottom: view?.innerHeight ?? 0 };
}

/** All that an element holds, with its scrolled-away parts, in the coordinates of the window. */
function contentOf(at: Element, { left, top, right }: Box, { direction }: CSSStyleDeclaration): Box {
  const begin = (direction === 'rtl' ? right - scrollWidth(at) : left) - scrollLeft(at);
  const above = top - scrollTop(at);
  return { left: begin, top: above, right: begin + scrollWidth(at), bottom: above + scrollHeight(at) };
}

function isInside(box: Box, other: Box): boolean {
  const wide = Math.min(box.right, other.right) - Math.max(box.left, other.left);
  const high = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
  return wide >= LEAST && high >= LEAST;
}

/** False where a frame around the element is hidden or has no room. The browser gives no answer about a foreign parent. */
function hasVisibleFrames(element: Element): boolean {
  const document = ownerDocument(element);
  const view = document && defaultView(document);
  if (!view || view.innerWidth < LEAST || view.innerHeight < LEAST) return false;
  const frame = frameAround(element);
  return frame === null || (checkVisibility(frame, SEEN) && hasVisibleFrames(frame));
}
