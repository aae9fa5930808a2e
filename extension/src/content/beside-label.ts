import type { Label } from '../hosts/template.ts';
import {
  childrenOf,
  getAttribute,
  localName,
  nextElement,
  nodeType,
  parentElement,
  previousElement,
  rootOf,
  selectInDocument,
  selectInShadow,
} from './native.ts';
import { escape } from './select.ts';

type Beside = Exclude<Label['value'], 'same element' | 'text after'>;

/** The elements that hold the value of a label. More than one means that the page says more than one thing. */
export function valuesBeside(label: Element, value: Beside): readonly Element[] {
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
function nextElements(label: Element): readonly Element[] {
  const next = nextElement(label);
  if (next === null) return [];
  if (localName(label) !== 'dt') return [next];
  const found: Element[] = [];
  for (let at: Element | null = next; at !== null && localName(at) === 'dd'; at = nextElement(at))
    found.push(at);
  return found;
}

/** Columns. A label further to the right is found by no path that a person would write. */
const MOST_COLUMNS = 60;

/** The cells under the head of a column, in every row that follows. */
function cellsBelow(label: Element): readonly Element[] {
  const row = parentElement(label);
  if (row === null || localName(row) !== 'tr') return [];
  const column = [...cellsUpTo(label)].length - 1;
  // A cell over several columns moves all that stand after it.
  if (column >= MOST_COLUMNS || [...cellsUpTo(label)].some(isWide)) return [];
  return rowsAfter(row).flatMap((each) => {
    const cell = childrenOf(each)[column];
    return cell && isCell(cell) && ![...cellsUpTo(cell)].some(isWide) ? [cell] : [];
  });
}

/** The cell and those before it in its row. */
function* cellsUpTo(cell: Element): Generator<Element> {
  let at: Element | null = cell;
  for (let cells = 0; at !== null && cells <= MOST_COLUMNS; cells += 1, at = previousElement(at)) yield at;
}

/** The rows after a row, in its part of the table and in the parts after that. Two are enough to know that there are several. */
function rowsAfter(row: Element): readonly Element[] {
  const rows: Element[] = [];
  const part = parentElement(row);
  const take = (from: Element | null) => {
    for (let at = from; at !== null && rows.length < 2; at = nextElement(at))
      if (localName(at) === 'tr') rows.push(at);
  };
  take(nextElement(row));
  for (let at = part && nextElement(part); at !== null && rows.length < 2; at = nextElement(at))
    if (localName(at) === 'tbody') take(childrenOf(at)[0] ?? null);
  return rows;
}

/** `<label for>`, and elements that name the label by `aria-labelledby`. */
function labelledBy(label: Element): readonly Element[] {
  const named = getAttribute(label, 'for');
  const own = getAttribute(label, 'id');
  const selector = [
    ...(named ? [`[id="${escape(named)}"]`] : []),
    ...(own ? [`[aria-labelledby~="${escape(own)}"]`] : []),
  ].join();
  if (selector === '') return [];
  const root = rootOf(label);
  return [
    ...(nodeType(root) === Node.DOCUMENT_NODE
      ? selectInDocument(root as Document, selector)
      : selectInShadow(root as ShadowRoot, selector)),
  ];
}

function isCell(element: Element): boolean {
  return ['td', 'th'].includes(localName(element));
}

function isWide(cell: Element): boolean {
  return ['colspan', 'rowspan'].some((name) => Number(getAttribute(cell, name) ?? 1) > 1);
}
