// DOM members, taken once from the prototypes. A page can shadow members of its own elements by name
// (`<form><input name="textContent">`, `<img name="querySelectorAll">`), in Chromium also for a content script.
// The page cannot change the prototypes that a content script sees.

function getter<T, K extends keyof T>(prototype: T, name: K): (of: T) => T[K] {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new TypeError(`This browser has no ${String(name)}`);
  return (of) => get.call(of) as T[K];
}

export const nodeType = getter(Node.prototype, 'nodeType');
export const textContent = getter(Node.prototype, 'textContent');
export const isConnected = getter(Node.prototype, 'isConnected');
export const parentElement = getter(Node.prototype, 'parentElement');
export const parentNode = getter(Node.prototype, 'parentNode');
export const childNodes = getter(Node.prototype, 'childNodes');
export const nextSibling = getter(Node.prototype, 'nextSibling');
export const ownerDocument = getter(Node.prototype, 'ownerDocument');
export const localName = getter(Element.prototype, 'localName');
export const namespaceOf = getter(Element.prototype, 'namespaceURI');
export const childrenOf = getter(Element.prototype, 'children');
export const nextElement = getter(Element.prototype, 'nextElementSibling');
export const previousElement = getter(Element.prototype, 'previousElementSibling');
export const shadowOf = getter(Element.prototype, 'shadowRoot');
const slotOf = getter(Element.prototype, 'assignedSlot');
const hostOf = getter(ShadowRoot.prototype, 'host');
export const clientWidth = getter(Element.prototype, 'clientWidth');
export const scrollWidth = getter(Element.prototype, 'scrollWidth');
export const scrollHeight = getter(Element.prototype, 'scrollHeight');
export const scrollLeft = getter(Element.prototype, 'scrollLeft');
export const scrollTop = getter(Element.prototype, 'scrollTop');
export const inputValue = getter(HTMLInputElement.prototype, 'value');
export const inputType = getter(HTMLInputElement.prototype, 'type');
export const titleOf = getter(Document.prototype, 'title');
export const bodyOf = getter(Document.prototype, 'body');
export const documentElement = getter(Document.prototype, 'documentElement');
export const defaultView = getter(Document.prototype, 'defaultView');
export const visibilityState = getter(Document.prototype, 'visibilityState');

const ofDocument = Document.prototype.querySelectorAll;
const ofElement = Element.prototype.querySelectorAll;
const ofFragment = DocumentFragment.prototype.querySelectorAll;
const attribute = Element.prototype.getAttribute;
const rect = Element.prototype.getBoundingClientRect;
const visibility = Element.prototype.checkVisibility;
const newRange = Document.prototype.createRange;
const select = Range.prototype.selectNodeContents;
const rangeRect = Range.prototype.getBoundingClientRect;
const rangeRects = Range.prototype.getClientRects;
const fromPoint = Document.prototype.elementFromPoint;
const fromPointInside = ShadowRoot.prototype.elementFromPoint;
const rootNode = Node.prototype.getRootNode;
const match = Element.prototype.matches;
const selectFirst = Element.prototype.querySelector;
const listen = EventTarget.prototype.addEventListener;

export const selectInDocument = (within: Document, selector: string) => ofDocument.call(within, selector);
export const selectInElement = (within: Element, selector: string) => ofElement.call(within, selector);
export const selectInShadow = (within: ShadowRoot, selector: string) => ofFragment.call(within, selector);
export const getAttribute = (of: Element, name: string) => attribute.call(of, name);
export const boxOf = (of: Element) => rect.call(of);
export const checkVisibility = (of: Element, options: CheckVisibilityOptions) => visibility.call(of, options);

export const rootOf = (of: Node) => rootNode.call(of);
export const matches = (of: Element, selector: string) => match.call(of, selector);
export const hasInside = (within: Element, selector: string) => selectFirst.call(within, selector) !== null;

export const isElement = (node: Node): node is Element => nodeType(node) === 1;
export const isText = (node: Node): boolean => nodeType(node) === 3;

/** The element that a person finds at a point, also inside an open shadow root. */
export function elementAt(within: Document, x: number, y: number): Element | null {
  let found = fromPoint.call(within, x, y);
  for (;;) {
    const inside = found && shadowOf(found);
    const deeper = inside ? fromPointInside.call(inside, x, y) : null;
    if (deeper === null || rootOf(deeper) !== inside) return found;
    found = deeper;
  }
}

/** The element around an element as it is drawn: through slots, and out of a shadow root. */
export function parentOf(element: Element): Element | null {
  const parent = slotOf(element) ?? parentNode(element);
  if (parent === null) return null;
  const type = nodeType(parent);
  if (type === Node.ELEMENT_NODE) return parent as Element;
  return type === Node.DOCUMENT_FRAGMENT_NODE && isConnected(parent) ? hostOf(parent as ShadowRoot) : null;
}

/** Whether an element is drawn inside another, or is that element. */
export function holds(outer: Element, inner: Element): boolean {
  for (let at: Element | null = inner; at !== null; at = parentOf(at)) if (at === outer) return true;
  return false;
}

/** The lines in which a node's text is painted. The middle of all lines together may lie in somebody else's. */
export function linesOf(of: Node): readonly DOMRect[] {
  const range = rangeOver(of);
  return range === null
    ? []
    : [...rangeRects.call(range)].filter(({ width, height }) => width > 0 && height > 0);
}

/** Where a node's text is painted. `text-indent` or overflow can put it outside the box of its element. */
export function textBoxOf(of: Node): DOMRect | null {
  const range = rangeOver(of);
  return range && rangeRect.call(range);
}

function rangeOver(of: Node): Range | null {
  const document = ownerDocument(of);
  if (!document) return null;
  const range = newRange.call(document);
  select.call(range, of);
  return range;
}

export function styleOf(of: Element): CSSStyleDeclaration | undefined {
  const document = ownerDocument(of);
  return (document && defaultView(document)?.getComputedStyle(of)) ?? undefined;
}

/** The frame that holds an element's page. `null`: there is none, or its page is of another origin. */
export function frameAround(of: Element): Element | null {
  const document = ownerDocument(of);
  return (document && defaultView(document)?.frameElement) ?? null;
}

export function addListener(
  to: EventTarget,
  type: string,
  listener: () => void,
  options: AddEventListenerOptions,
): void {
  listen.call(to, type, listener, options);
}
