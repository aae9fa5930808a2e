import {
  bodyOf,
  boxOf,
  checkVisibility,
  defaultView,
  documentElement,
  ownerDocument,
  parentOf,
  scrollHeight,
  scrollLeft,
  scrollTop,
  scrollWidth,
  shadowOf,
  styleOf,
} from './native.ts';
import { isShown, LEAST, SEEN } from './shown.ts';
import { boxesOfWords, wholeOf, type Words } from './words.ts';

/**
 * Whether a user who scrolls to an element can see it and everything inside it.
 *
 * The check knows neither colours nor what lies on top. It does not protect a user from a host that deceives them.
 */
export function isVisible(element: Element, words: Words = wholeOf(element)): boolean {
  if (!isShown(element)) return false;
  // `textContent` includes hidden parts, and leaves out what a shadow root draws. Either makes another number.
  if ([element, ...words.parts].some((part) => shadowOf(part) !== null)) return false;
  if (words.parts.some((part) => !checkVisibility(part, SEEN))) return false;
  const boxes = [boxOf(element), ...boxesOfWords(words)];
  const around = areasAround(element);
  return boxes.every((box) => box !== null && canBeReached(box, around));
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const CUTS = /hidden|clip/;
const SCROLLS = /auto|scroll/;

/** What one element around the words, or the window, lets a user see. */
interface Area {
  readonly own: Box;
  /** Its own box where it cuts, all of its content where it scrolls. */
  readonly reach: Box;
  readonly scrolls: boolean;
}

/** Whether the user sees a box of an element, or can scroll to it. A folded banner is neither. */
function canBeReached(box: Box, around: readonly Area[]): boolean {
  let seen = box;
  for (const { own, reach, scrolls } of around) {
    if (!isInside(seen, reach)) return false;
    // Once the user has scrolled there, the words stand in the box that scrolls.
    if (scrolls && !isInside(seen, own)) seen = own;
  }
  return true;
}

/** All areas that limit what is seen of an element, the innermost first and the window last. */
function areasAround(element: Element): readonly Area[] {
  const document = ownerDocument(element);
  const root = document && documentElement(document);
  if (!document || !root) return [{ own: NOWHERE, reach: NOWHERE, scrolls: false }];
  const ofRoot = styleOf(root);
  const body = bodyOf(document);
  // The window takes the rule of `html`, else that of `body`.
  const isOfBody = body !== null && ofRoot?.overflow === 'visible';
  const areas: Area[] = [];
  // What has a place of its own may stand outside a box that scrolls and holds it.
  let isInFlow = true;
  let isFixed = false;
  for (let at: Element | null = element; at !== null && at !== root; at = parentOf(at)) {
    const style = styleOf(at);
    if (style && style.overflow !== 'visible' && !(isOfBody && at === body))
      areas.push(areaOf(at, boxOf(at), style, isInFlow ? SCROLLS : NEVER));
    if (/absolute|fixed/.test(style?.position ?? '')) isInFlow = false;
    if (style?.position === 'fixed') isFixed = true;
  }
  const rule = (isOfBody ? styleOf(body) : ofRoot) ?? { overflowX: 'hidden', overflowY: 'hidden' };
  const direction = ofRoot?.direction ?? '';
  // No scrolling moves what is fixed in the window.
  const { overflowX, overflowY } = isFixed ? { overflowX: 'hidden', overflowY: 'hidden' } : rule;
  areas.push(areaOf(root, windowBox(document), { overflowX, overflowY, direction }, /auto|scroll|visible/));
  return areas;
}

const EVERYWHERE: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
const NOWHERE: Box = { left: 0, top: 0, right: 0, bottom: 0 };
const NEVER = /^$/;

type Rules = Pick<CSSStyleDeclaration, 'overflowX' | 'overflowY' | 'direction'>;

function areaOf(at: Element, own: Box, rules: Rules, whatScrolls: RegExp): Area {
  const { overflowX, overflowY, direction } = rules;
  const scrolls = whatScrolls.test(overflowX) || whatScrolls.test(overflowY);
  const content = scrolls ? contentOf(at, own, direction) : EVERYWHERE;
  const along = (rule: string) => (CUTS.test(rule) ? own : whatScrolls.test(rule) ? content : EVERYWHERE);
  const { left, right } = along(overflowX);
  const { top, bottom } = along(overflowY);
  return { own, reach: { left, top, right, bottom }, scrolls };
}

function windowBox(document: Document): Box {
  const view = defaultView(document);
  return { left: 0, top: 0, right: view?.innerWidth ?? 0, bottom: view?.innerHeight ?? 0 };
}

/** All that an element holds, with its scrolled-away parts, in the coordinates of the window. */
function contentOf(at: Element, { left, top, right }: Box, direction: string): Box {
  const begin = (direction === 'rtl' ? right - scrollWidth(at) : left) - scrollLeft(at);
  const above = top - scrollTop(at);
  return { left: begin, top: above, right: begin + scrollWidth(at), bottom: above + scrollHeight(at) };
}

function isInside(box: Box, other: Box): boolean {
  const wide = Math.min(box.right, other.right) - Math.max(box.left, other.left);
  const high = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
  return wide >= LEAST && high >= LEAST;
}
