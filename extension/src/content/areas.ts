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

/** The areas around elements by which one look has come. Most words of a banner stand in the same ones. */
export type KnownAreas = Map<Element, readonly Area[]>;

/** All areas that limit what is seen of an element, the innermost first and the window last. */
export function areasAround(element: Element, known: KnownAreas = new Map()): readonly Area[] {
  const document = ownerDocument(element);
  const root = document && documentElement(document);
  const ofRoot = root && styleOf(root);
  if (!document || !root || !ofRoot) return [{ sight: NOWHERE, reach: NOWHERE }];
  const body = bodyOf(document);
  // The window takes the rule of `html`, else that of `body`.
  const ofWindow = body !== null && ofRoot.overflow === 'visible' ? body : root;
  return areasFrom(element, 'static');

  /** The areas from an element outwards, for what stands in it with this position. */
  function areasFrom(at: Element | null, position: string): readonly Area[] {
    if (at === null || at === root) return [areaOfWindow(position)];
    // What has a place of its own may stand outside the boxes that it does not take its place from.
    const takesPlace = position === 'absolute' || position === 'fixed';
    const before = takesPlace ? undefined : known.get(at);
    if (before) return before;
    const style = styleOf(at);
    if (!style || (takesPlace && !givesPlace(style, position))) return areasFrom(parentOf(at), position);
    const outer = areasFrom(parentOf(at), style.position);
    const isBox = !['inline', 'contents'].includes(style.display);
    const isArea = isBox && at !== ofWindow && style.overflow !== 'visible';
    const areas = isArea ? [areaOf(at, insideOf(at), style, /auto|scroll/), ...outer] : outer;
    known.set(at, areas);
    return areas;
  }

  function areaOfWindow(position: string): Area {
    // In a page of the old rules the window scrolls its `body`.
    const scrolling = scrollingElement(document!) ?? root!;
    const { overflowX, overflowY } = position === 'fixed' ? FIXED : (styleOf(ofWindow) ?? FIXED);
    const { direction } = styleOf(body ?? root!) ?? ofRoot!;
    const rules = { overflowX, overflowY, direction };
    return areaOf(scrolling, windowBox(scrolling), rules, /auto|scroll|visible/);
  }
}

/** No scrolling moves what is fixed in the window. */
const FIXED = { overflowX: 'hidden', overflowY: 'hidden' };

/** Whether an element gives a place to what takes its own with this position. */
function givesPlace(style: CSSStyleDeclaration, position: string): boolean {
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
  const x = (inside: number) => left + across * (clientLeft(frame) + inside);
  const y = (inside: number) => top + down * (clientTop(frame) + inside);
  return { left: x(box.left), top: y(box.top), right: x(box.right), bottom: y(box.bottom) };
}
