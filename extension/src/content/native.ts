// DOM members, taken once from the prototypes. A page can shadow members of its own elements by name
// (`<form><input name="textContent">`, `<img name="querySelectorAll">`), in Chromium also for a content script.
// The page cannot change the prototypes that a content script sees.

function getter<T, K extends keyof T>(prototype: T, name: K): (of: T) => T[K] {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new TypeError(`This browser has no ${String(name)}`);
  return (of) => get.call(of) as T[K];
}

type Method<T, K extends keyof T> = T[K] extends (...given: infer Given) => infer Answer
  ? (of: T, ...given: Given) => Answer
  : never;

function method<T, K extends keyof T>(prototype: T, name: K): Method<T, K> {
  const call = prototype[name] as (...given: unknown[]) => unknown;
  return ((of: T, ...given: unknown[]) => call.apply(of, given)) as Method<T, K>;
}

const nodeType = getter(Node.prototype, 'nodeType');
// Only a document and its doctype have no text, and nobody asks for theirs.
export const textContent = getter(Node.prototype, 'textContent') as (of: Node) => string;
export const isConnected = getter(Node.prototype, 'isConnected');
export const parentElement = getter(Node.prototype, 'parentElement');
export const childNodes = getter(Node.prototype, 'childNodes');
export const nextSibling = getter(Node.prototype, 'nextSibling');
export const ownerDocument = getter(Node.prototype, 'ownerDocument');
export const childrenOf = getter(Element.prototype, 'children');
export const nextElement = getter(Element.prototype, 'nextElementSibling');
export const previousElement = getter(Element.prototype, 'previousElementSibling');
export const shadowOf = getter(Element.prototype, 'shadowRoot');
export const localName = getter(Element.prototype, 'localName');
export const clientLeft = getter(Element.prototype, 'clientLeft');
export const clientTop = getter(Element.prototype, 'clientTop');
export const clientWidth = getter(Element.prototype, 'clientWidth');
export const clientHeight = getter(Element.prototype, 'clientHeight');
export const scrollWidth = getter(Element.prototype, 'scrollWidth');
export const scrollHeight = getter(Element.prototype, 'scrollHeight');
export const scrollLeft = getter(Element.prototype, 'scrollLeft');
export const scrollTop = getter(Element.prototype, 'scrollTop');
export const inputValue = getter(HTMLInputElement.prototype, 'value');
export const inputType = getter(HTMLInputElement.prototype, 'type');
export const titleOf = getter(Document.prototype, 'title');
export const bodyOf = getter(Document.prototype, 'body');
export const documentElement = getter(Document.prototype, 'documentElement');
export const scrollingElement = getter(Document.prototype, 'scrollingElement');
export const defaultView = getter(Document.prototype, 'defaultView');
export const visibilityState = getter(Document.prototype, 'visibilityState');

const parentNode = getter(Node.prototype, 'parentNode');
const assignedSlot = getter(Element.prototype, 'assignedSlot');
const shadowHost = getter(ShadowRoot.prototype, 'host');
const namespaceURI = getter(Element.prototype, 'namespaceURI');
const offsetWidth = getter(HTMLElement.prototype, 'offsetWidth');
const rectsOfRange = method(Range.prototype, 'getClientRects');
const rectOfRange = method(Range.prototype, 'getBoundingClientRect');
const selectContents = method(Range.prototype, 'selectNodeContents');
const fromPoint = method(Document.prototype, 'elementFromPoint');
const fromPointInside = method(ShadowRoot.prototype, 'elementFromPoint');
const comparePosition = method(Node.prototype, 'compareDocumentPosition');
const selectInDocument = method(Document.prototype, 'querySelectorAll');
const selectInShadow = method(DocumentFragment.prototype, 'querySelectorAll');
const selectFirst = method(Element.prototype, 'querySelector');

export const selectInElement = method(Element.prototype, 'querySelectorAll');
export const getAttribute = method(Element.prototype, 'getAttribute');
export const boxOf = method(Element.prototype, 'getBoundingClientRect');
export const checkVisibility = method(Element.prototype, 'checkVisibility');
export const rootOf = method(Node.prototype, 'getRootNode');
export const matches = method(Element.prototype, 'matches');
export const addListener = method(EventTarget.prototype, 'addEventListener');

export const hasInside = (within: Element, selector: string) => selectFirst(within, selector) !== null;

export const isElement = (node: Node): node is Element => nodeType(node) === 1;
/** By the node type, because `instanceof` is false for a document of another frame. */
export const isDocument = (node: Node): node is Document => nodeType(node) === 9;
export const isText = (node: Node): boolean => nodeType(node) === 3;

/** All elements inside a document, a shadow root or an element. */
export function selectAll(within: Node, selector: string): NodeListOf<Element> {
  if (isElement(within)) return selectInElement(within, selector);
  return isDocument(within)
    ? selectInDocument(within, selector)
    : selectInShadow(within as ShadowRoot, selector);
}

/** The element that a person finds at a point, also inside an open shadow root. */
export function elementAt(within: Document, x: number, y: number): Element | null {
  let found = fromPoint(within, x, y);
  for (;;) {
    const inside = found && shadowOf(found);
    const deeper = inside ? fromPointInside(inside, x, y) : null;
    if (deeper === null || rootOf(deeper) !== inside) return found;
    found = deeper;
  }
}

/** Whether an element is drawn inside another, or is that element. */
export function holds(outer: Element, inner: Element): boolean {
  for (let at: Element | null = inner; at !== null; at = parentOf(at)) if (at === outer) return true;
  return false;
}

/** Whether an element stands after another in the page. Inside shadow roots their outermost hosts count. */
export function follows(one: Element, other: Element): boolean {
  const isOneTree = rootOf(one) === rootOf(other);
  const [first, second] = isOneTree ? [one, other] : [inPage(one), inPage(other)];
  return (comparePosition(first, second) & 4) !== 0;
}

function inPage(element: Element): Element {
  const root = rootOf(element);
  return nodeType(root) === 11 && isConnected(root) ? inPage(shadowHost(root as ShadowRoot)) : element;
}

/** The element that an element is drawn in. That is the slot of a component, where the component has one for it. */
export function parentOf(of: Element): Element | null {
  const parent = assignedSlot(of) ?? parentElement(of);
  if (parent !== null) return parent;
  const root = parentNode(of);
  // Of connected elements only those at the top of a component stand in a fragment.
  return root && isConnected(of) && nodeType(root) === 11 ? shadowHost(root as ShadowRoot) : null;
}

export const isHtml = (of: Element) => namespaceURI(of) === 'http://www.w3.org/1999/xhtml';

/** How much larger an element is drawn than it was laid out, by `zoom` or a transformation. */
export function drawnScaleOf(of: Element, { width }: DOMRect): number {
  const laidOut = isHtml(of) ? offsetWidth(of as HTMLElement) : 0;
  return laidOut > 0 ? width / laidOut : 1;
}

/** One for all looks: a page with many ranges is slower at each of its own changes. */
const range = new Range();

/** The lines in which a node's text is painted. The middle of all lines together may lie in somebody else's. */
export function linesOf(of: Node): readonly DOMRect[] {
  selectContents(range, of);
  return [...rectsOfRange(range)].filter(({ width, height }) => width > 0 && height > 0);
}

/** Where a node's text is painted. `text-indent` or overflow can put it outside the box of its element. */
export function textBoxOf(of: Node): DOMRect {
  selectContents(range, of);
  return rectOfRange(range);
}

/** The window of an element's page. */
export function viewOf(of: Element): Window | null {
  const document = ownerDocument(of);
  return document && defaultView(document);
}

export function styleOf(of: Element): CSSStyleDeclaration | undefined {
  return viewOf(of)?.getComputedStyle(of);
}

/** The frame that holds an element's page. `null`: there is none, or its page is of another origin. */
export function frameAround(of: Element): Element | null {
  return viewOf(of)?.frameElement ?? null;
}
