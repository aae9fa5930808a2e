import type { Label } from '../hosts/template.ts';
import {
  childrenOf,
  getAttribute,
  localName,
  nextElement,
  parentElement,
  previousElement,
  rootOf,
  selectAll,
} from './native.ts';

type Beside = Exclude<Label['value'], 'same element' | 'text after'>;

/** Elements. More of them at a path, or beside a label, mean a list and no banner. */
export const MOST = 200;

/**
 * The elements that hold the value of a label. More than one means that the page says more than one thing. `null`: too
 * many to look at.
 */
export function valuesBeside(label: Element, value: Beside): readonly Element[] | null {
  switch (value) {
    case 'next element':
      return nextElements(label);
    case 'next cell': {
      const next = nextElement(label);
      return next && isCell(next) ? [next] : [];
    }
    case 'cell below':
      return cellsBelow(label);
    case 'labelled':
      return labelledBy(label);
  }
}

/** A term may have several descriptions. Then it is not clear which of them it means. */
function nextElements(label: Element): readonly Element[] | null {
  const next = nextElement(label);
  if (next === null) return [];
  if (localName(label) !== 'dt') return [next];
  const found: Element[] = [];
  for (const each of fromElement(next)) {
    if (localName(each) !== 'dd') break;
    if (found.length === MOST) return null;
    found.push(each);
  }
  return found;
}

/** Columns. A label further to the right is found by no path that a person would write. */
const MOST_COLUMNS = 60;

/** The cells under the head of a column, in every row that follows. */
function cellsBelow(label: Element): readonly Element[] | null {
  const row = parentElement(label);
  if (row === null || localName(row) !== 'tr') return [];
  const column = [...cellsUpTo(label)].length - 1;
  // A cell over several columns moves all that stand after it.
  if (column >= MOST_COLUMNS || [...cellsUpTo(label)].some(isWide)) return [];
  const found: Element[] = [];
  let steps = 0;
  for (const each of elementsAfter(row)) {
    steps += 1;
    if (steps > MOST) return null;
    const cell = localName(each) === 'tr' ? childrenOf(each)[column] : undefined;
    if (cell && isCell(cell) && ![...cellsUpTo(cell)].some(isWide)) found.push(cell);
  }
  return found;
}

/** The cell and those before it in its row. */
function* cellsUpTo(cell: Element): Generator<Element> {
  let at: Element | null = cell;
  for (let cells = 0; at !== null && cells <= MOST_COLUMNS; cells += 1, at = previousElement(at)) yield at;
}

/**
 * What stands after a row in its part of the table, and the later parts with their rows. Hidden rows and wide ones are
 * among them, so no two of them are enough to know that there are several.
 */
function* elementsAfter(row: Element): Generator<Element> {
  yield* fromElement(nextElement(row));
  const part = parentElement(row);
  for (const each of fromElement(part && nextElement(part))) {
    yield each;
    if (localName(each) === 'tbody') yield* fromElement(childrenOf(each)[0] ?? null);
  }
}

function* fromElement(first: Element | null): Generator<Element> {
  for (let at = first; at !== null; at = nextElement(at)) yield at;
}

/** `<label for>`, and elements that name the label by `aria-labelledby`. */
function labelledBy(label: Element): readonly Element[] {
  const named = getAttribute(label, 'for');
  const own = getAttribute(label, 'id');
  const selector = [
    ...(named ? [`[id="${CSS.escape(named)}"]`] : []),
    ...(own ? [`[aria-labelledby~="${CSS.escape(own)}"]`] : []),
  ].join();
  if (selector === '') return [];
  return [...selectAll(rootOf(label), selector)];
}

function isCell(element: Element): boolean {
  return ['td', 'th'].includes(localName(element));
}

function isWide(cell: Element): boolean {
  return ['colspan', 'rowspan'].some((name) => Number(getAttribute(cell, name) ?? 1) > 1);
}
