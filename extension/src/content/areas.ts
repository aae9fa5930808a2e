import {
  bodyOf,
  boxOf,
  clientHeight,
  clientLeft,
  clientTop,
  clientWidth,
  documentElement,
  drawnScaleOf,
  isHtml,
  ownerDocument,
  parentOf,
  scrollHeight,
  scrollingElement,
  scrollLeft,
  scrollTop,
  scrollWidth,
  styleOf,
} from './native.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What one element around the words, or the window, lets a user see. */
export interface Area {
  /** Where its content is in sight now. */
  readonly sight: Box;
  /** What of its content can come into sight: no more where it cuts, all of it where it scrolls. */
  readonly reach: Box;
}

const EVERYWHERE: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
const NOWHERE: Box = { left: 0, top: 0, right: 0, bottom: 0 };

/** All areas that limit what is seen of an element, the innermost first and the window last. */
export function areasAround(element: Element): readonly Area[] {
  const document = ownerDocument(element);
  const root = document && documentElement(document);
  const ofRoot = root && styleOf(root);
  if (!document || !root || !ofRoot) return [{ sight: NOWHERE, reach: NOWHERE }];
  const body = bodyOf(document);
  // The window takes the rule of `html`, else that of `body`.
  const ofWindow = body !== null && ofRoot.overflow === 'visible' ? body : root;
  const areas: Area[] = [];
  let position = 'static';
  for (let at: Element | null = element; at !== null && at !== root; at = parentOf(at)) {
    const style = styleOf(at);
    // What has a place of its own may stand outside the boxes that it does not take its place from.
    if (!style || !givesPlace(style, position)) continue;
    position = style.position;
    const isBox = !['inline', 'contents'].includes(style.display);
    if (isBox && at !== ofWindow && style.overflow !== 'visible')
      areas.push(areaOf(at, insideOf(at), style, /auto|scroll/));
  }
  // In a page of the old rules the window scrolls its `body`.
  const scrolling = scrollingElement(document) ?? root;
  const { overflowX, overflowY } = position === 'fixed' ? FIXED : (styleOf(ofWindow) ?? FIXED);
  const { direction } = styleOf(body ?? root) ?? ofRoot;
  const rules = { overflowX, overflowY, direction };
  areas.push(areaOf(scrolling, windowBox(scrolling), rules, /auto|scroll|visible/));
  return areas;
}

/** No scrolling moves what is fixed in the window. */
const FIXED = { overflowX: 'hidden', overflowY: 'hidden' };

/** Whether an element gives a place to what stands in it with this position. */
function givesPlace(style: CSSStyleDeclaration, position: string): boolean {
  if (position !== 'absolute' && position !== 'fixed') return true;
  if (position === 'absolute' && style.position !== 'static') return true;
  const { transform, translate, rotate, scale, perspective, filter, backdropFilter } = style;
  return (
    [transform, translate, rotate, scale, perspective, filter, backdropFilter].some(
      (each) => each !== 'none',
    ) ||
    /paint|layout|strict|content/.test(style.contain) ||
    /transform|translate|rotate|scale|perspective|filter|contain/.test(style.willChange) ||
    style.contentVisibility === 'auto'
  );
}

type Rules = Pick<CSSStyleDeclaration, 'overflowX' | 'overflowY' | 'direction'>;

function areaOf(at: Element, inside: Box, rules: Rules, whatScrolls: RegExp): Area {
  const { overflowX, overflowY, direction } = rules;
  const scrolls = (rule: string) => whatScrolls.test(rule);
  const content = scrolls(overflowX) || scrolls(overflowY) ? contentOf(at, inside, direction) : inside;
  const seen = (rule: string) => (rule === 'visible' && !scrolls(rule) ? EVERYWHERE : inside);
  const reached = (rule: string) => (scrolls(rule) ? content : seen(rule));
  return {
    sight: crossing(seen(overflowX), seen(overflowY)),
    reach: crossing(reached(overflowX), reached(overflowY)),
  };
}

const crossing = ({ left, right }: Box, { top, bottom }: Box): Box => ({ left, top, right, bottom });

/** The box of an element without its borders and scroll bars. */
function insideOf(at: Element): Box {
  const box = boxOf(at);
  if (!isHtml(at)) return box;
  const { left, top } = box;
  const scale = drawnScaleOf(at, box);
  return boxAt(
    left + scale * clientLeft(at),
    top + scale * clientTop(at),
    scale * clientWidth(at),
    scale * clientHeight(at),
  );
}

/** The window without its scroll bars, as the element that it scrolls tells. */
function windowBox(scrolling: Element): Box {
  const scale = drawnScaleOf(scrolling, boxOf(scrolling));
  return boxAt(0, 0, scale * clientWidth(scrolling), scale * clientHeight(scrolling));
}

/** All that an element holds, with its scrolled-away parts, in the coordinates of the window. */
function contentOf(at: Element, { left, top, right }: Box, direction: string): Box {
  const scale = drawnScaleOf(at, boxOf(at));
  const [width, height] = [scale * scrollWidth(at), scale * scrollHeight(at)];
  const begin = direction === 'rtl' ? right - width : left;
  return boxAt(begin - scale * scrollLeft(at), top - scale * scrollTop(at), width, height);
}

function boxAt(left: number, top: number, width: number, height: number): Box {
  return { left, top, right: left + width, bottom: top + height };
}

/** What two boxes have in common. Where they have nothing, it ends before it begins. */
export function shared(one: Box, other: Box): Box {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}

/** Where the page around draws a box of a frame. It may draw the frame smaller or larger than it is inside. */
export function drawnIn(frame: Element, view: Window, box: Box): Box {
  const { left, top, width, height } = boxOf(frame);
  const across = width / (view.innerWidth + 2 * clientLeft(frame));
  const down = height / (view.innerHeight + 2 * clientTop(frame));
  return {
    left: left + across * (clientLeft(frame) + box.left),
    top: top + down * (clientTop(frame) + box.top),
    right: left + across * (clientLeft(frame) + box.right),
    bottom: top + down * (clientTop(frame) + box.bottom),
  };
}
