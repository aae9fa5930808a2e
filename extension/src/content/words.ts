import type { Source } from '../banner/reading.ts';
import { EVERY_READ_GUARD } from './guards.ts';
import {
  boxOf,
  childNodes,
  clientWidth,
  holds,
  inputType,
  isElement,
  isHtml,
  isText,
  linesOf,
  localName,
  matches,
  nextSibling,
  parentOf,
  scrollWidth,
  selectInElement,
  shadowOf,
  styleOf,
  textBoxOf,
  textContent,
} from './native.ts';
import { isDrawn } from './shown.ts';

/** Words on a page, as the checks look at them: whether they are seen, painted plainly and topmost. */
export interface Words {
  readonly element: Element;
  /** What is read of the element. Empty for an input, whose words are no nodes of the page. */
  readonly nodes: readonly Node[];
  /** The elements inside whose words are read as well. */
  readonly parts: readonly Element[];
  /** Whether a shadow root draws something between the words, which then are not all that a person reads. */
  readonly drawsMore: boolean;
}

/** Characters. No field of a banner is longer, even with all the white space of its source. */
export const LONGEST = 1000;
/** Nodes. No field of a banner is made of more, so a page cannot make the script look at thousands of them. */
const MOST_NODES = 100;

/** Matches what a person can write in: a field of a form, and an editor of letters or notes. */
export const WRITTEN_BY_ANYBODY = ':read-write';

/** All words of an element. */
export function wholeOf(element: Element): Words {
  const inside = [...selectInElement(element, '*')];
  const drawsMore = [element, ...inside].some((part) => shadowOf(part) !== null);
  return { element, nodes: [element], parts: inside.filter(isWritten), drawsMore };
}

/** The words of a source; `null` where it does not stand in one piece, or where a person can write in it. */
export function wordsOf({ element, read, sight }: Source, guards = EVERY_READ_GUARD): Words | null {
  if (guards.nobodyWrites && matches(element, WRITTEN_BY_ANYBODY)) return null;
  if (read === 'value')
    return isFixedInput(element) ? { element, nodes: [], parts: [], drawsMore: false } : null;
  if (read === 'own text' || read === 'text after') {
    const nodes = runOf(element, read);
    const holder = read === 'own text' ? element : parentOf(element);
    return nodes && holder && { element: holder, nodes, parts: [], drawsMore: false };
  }
  if (selectInElement(element, '*').length > MOST_NODES || isTooLong(element)) return null;
  const words = sight === 'date' ? withoutCopies(element) : wholeOf(element);
  return guards.allDrawn ? words : { ...words, drawsMore: false };
}

/** Copies of a date that nobody sees, beside the date that everybody sees. */
export function copiesIn(element: Element): readonly Element[] {
  const hidden: Element[] = [];
  for (const part of selectInElement(element, '*'))
    if (isWritten(part) && !isDrawn(part) && !hidden.some((outer) => holds(outer, part))) hidden.push(part);
  return hidden;
}

function withoutCopies(element: Element): Words {
  const whole = wholeOf(element);
  const copies = copiesIn(element);
  if (copies.length === 0) return whole;
  const isCopy = (part: Element) => copies.some((copy) => holds(copy, part));
  return {
    ...whole,
    nodes: textsIn(element, isCopy),
    parts: whole.parts.filter((part) => !isCopy(part)),
  };
}

/** The text nodes inside an element in their order, but for those in elements that are left out. */
export function textsIn(element: Element, isLeftOut = (_part: Element) => false): readonly Node[] {
  return [...childNodes(element)].flatMap((node) => {
    if (isElement(node)) return isLeftOut(node) ? [] : textsIn(node, isLeftOut);
    return isText(node) && isWritten(node) ? [node] : [];
  });
}

/**
 * The text that stands in an element outside its children, or after it up to the next element. `null`: there is none,
 * or an element divides it, and then what a person reads is longer.
 */
export function runOf(element: Element, read: 'own text' | 'text after'): readonly Node[] | null {
  if (read === 'text after') {
    const after: Node[] = [];
    for (let at = nextSibling(element); at !== null && !isElement(at); at = nextSibling(at)) {
      if (isText(at)) after.push(at);
      if (after.length > MOST_NODES) return null;
    }
    return after.some(isWritten) ? after : null;
  }
  const runs: Node[][] = [[]];
  let nodes = 0;
  for (const node of childNodes(element)) {
    nodes += 1;
    if (nodes > MOST_NODES) return null;
    if (isElement(node)) runs.push([]);
    else if (isText(node)) runs.at(-1)?.push(node);
  }
  const [run, ...more] = runs.filter((each) => each.some(isWritten));
  return run && more.length === 0 ? run : null;
}

/** Whether an element holds more text than a field of a banner ever does. */
export function isTooLong(element: Element): boolean {
  return textContent(element).length > LONGEST;
}

/** An icon beside words changes nothing of what is read. */
function isWritten(node: Node): boolean {
  return textContent(node).trim() !== '';
}

/** Where the words are painted, line by line. */
export function linesOfWords({ element, nodes }: Words): readonly DOMRect[] {
  return nodes.length === 0 ? [boxOf(element)] : nodes.flatMap(linesOf);
}

/** The boxes that have to be seen beside that of the element itself. */
export function boxesOfWords({ nodes }: Words): readonly DOMRect[] {
  return nodes.map(textBoxOf);
}

const TEXT_INPUTS = ['text', 'tel', 'search', 'date', 'number'];

/** Whether an element is an input, whose words stand in no node of the page. */
export function isInput(element: Element): element is HTMLInputElement {
  return localName(element) === 'input' && isHtml(element);
}

/** Whether a person can see the text of an input, all of it. */
function isFixedInput(element: Element): boolean {
  return (
    isInput(element) &&
    TEXT_INPUTS.includes(inputType(element)) &&
    scrollWidth(element) <= clientWidth(element) &&
    styleOf(element)?.textIndent === '0px'
  );
}
