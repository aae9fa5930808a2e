import { valuesBeside } from '../content/beside-label.ts';
import {
  childrenOf,
  elementAt,
  getAttribute,
  linesOf,
  localName,
  matches,
  parentElement,
  rootOf,
  selectAll,
  textContent,
} from '../content/native.ts';
import { oneLine } from '../content/one-line.ts';
import { holdsControl } from '../content/read-field.ts';
import { readSource, textOf } from '../content/source.ts';
import { isInput, isTooLong, runOf, WRITTEN_BY_ANYBODY } from '../content/words.ts';
import { labelOf } from './label-words.ts';
import type { Wanted } from '../messages/teaching.ts';
import type { NotTaken, Pointed } from './pointed.ts';
import { understand, understandLabelled } from './understand.ts';

/** Where in a page somebody pointed, in CSS pixels of its window. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Elements around the one at the point. A number may stand in several pieces of one line. */
const MOST_OUT = 3;

/** Takes the field that stands at a point of a page, or says why none is taken. */
export function fieldAt(
  document: Document,
  { x, y }: Point,
  wanted: Wanted,
  isClosed: (element: Element) => boolean,
): Pointed | NotTaken {
  const at = elementAt(document, x, y);
  if (at === null) return 'not-understood';
  if (['iframe', 'frame', 'object', 'embed', 'fencedframe'].includes(localName(at))) return 'frame';
  const found = fieldIn(at, { x, y }, wanted);
  if (found !== null) return check(found, wanted);
  if (isClosed(at)) return 'closed';
  return isControl(at) ? 'control' : 'not-understood';
}

function isControl(element: Element): boolean {
  return ['input', 'select', 'textarea', 'button', 'option'].includes(localName(element));
}

/** What nobody can see, or what changes without notice, is never read. So it is not taken either. */
function check(pointed: Pointed, wanted: Wanted): Pointed | NotTaken {
  const isAfter = pointed.label?.value === 'text after';
  const source = isAfter
    ? ({ element: pointed.element, read: 'text after', sight: 'words' } as const)
    : ({ element: pointed.element, read: pointed.read, sight: wanted === 'dob' ? 'date' : 'words' } as const);
  const isText = pointed.read === 'text' && !isAfter;
  if (matches(pointed.element, WRITTEN_BY_ANYBODY) || (isText && holdsControl(pointed.element)))
    return 'control';
  if (readSource(source).isSeen) return pointed;
  return pointed.read === 'value' ? 'control' : 'not-seen';
}

function fieldIn(at: Element, point: Point, wanted: Wanted): Pointed | null {
  if (isInput(at)) return plain(at, 'value', wanted);
  const outwards = [at, ...outOf(at)].slice(0, wanted === 'nhsNumber' || wanted === 'dob' ? 1 + MOST_OUT : 1);
  for (const element of outwards) {
    if (isTooLong(element)) break;
    const found =
      plain(element, 'text', wanted) ??
      plain(element, 'own text', wanted) ??
      ofAttribute(element, wanted) ??
      afterLabelIn(element, point, wanted) ??
      besideItsLabel(element, wanted);
    if (found !== null) return found;
  }
  return null;
}

function outOf(element: Element): readonly Element[] {
  const found: Element[] = [];
  for (let out = parentElement(element); out !== null && found.length < MOST_OUT; out = parentElement(out))
    found.push(out);
  return found;
}

/** The words of one element, alone or after a label in it. */
function plain(element: Element, read: Pointed['read'], wanted: Wanted): Pointed | null {
  const text = textOf({ element, read, sight: wanted === 'dob' && read === 'text' ? 'date' : 'words' });
  const inside = understandLabelled(wanted, text);
  if (inside !== null) {
    const label = { says: inside.label, value: 'same element', element } as const;
    return { element, read, label, readings: inside.readings };
  }
  const readings = understand(wanted, text);
  // A place that says a label is the label, and no name.
  if (readings.length === 0 || labelOf(text) !== null) return null;
  const beside = labelBeside(element) ?? (read === 'text' ? labelAround(element) : null);
  return { element: beside?.of ?? element, read, label: beside?.label ?? null, readings };
}

/** A label often stands beside an element that holds nothing but the one with the words. */
function labelAround(element: Element): LabelFound | null {
  const text = oneLine(textContent(element), 200);
  for (const out of outOf(element)) {
    if (oneLine(textContent(out), 200) !== text) return null;
    const found = labelBeside(out);
    if (found !== null) return found;
  }
  return null;
}

const ATTRIBUTES = ['data-nhs-number', 'data-nhsnumber', 'title', 'aria-label'] as const;

/** A number or date that the page draws shortened, and says whole in an attribute. */
function ofAttribute(element: Element, wanted: Wanted): Pointed | null {
  if (wanted === 'family' || wanted === 'given') return null;
  return (
    ATTRIBUTES.filter((attribute) => getAttribute(element, attribute) !== null)
      .map((attribute) => plain(element, { attribute }, wanted))
      .find((each) => each !== null) ?? null
  );
}

/** The text after one of the labels in an element: the one that is drawn at the point. */
function afterLabelIn(element: Element, { x, y }: Point, wanted: Wanted): Pointed | null {
  for (const child of childrenOf(element)) {
    const says = labelOf(textContent(child));
    const run = says === null ? null : runOf(child, 'text after');
    if (says === null || run === null || !run.some((node) => linesOf(node).some(holdsPoint))) continue;
    const readings = understand(wanted, run.map(textContent).join(''));
    const label = { says, value: 'text after', element: child } as const;
    if (readings.length > 0) return { element: child, read: 'text', label, readings };
  }
  return null;

  function holdsPoint({ left, top, right, bottom }: DOMRect): boolean {
    return x >= left && x <= right && y >= top && y <= bottom;
  }
}

/** Somebody pointed at the label itself. */
function besideItsLabel(label: Element, wanted: Wanted): Pointed | null {
  const says = labelOf(textContent(label));
  if (says === null) return null;
  for (const value of ['labelled', 'next cell', 'next element', 'cell below'] as const) {
    const [element, another] = valuesBeside(label, value) ?? [];
    if (!element || another) continue;
    const read = isInput(element) ? 'value' : 'text';
    const text = textOf({ element, read, sight: wanted === 'dob' && read === 'text' ? 'date' : 'words' });
    const readings = understand(wanted, text);
    if (readings.length > 0) return { element, read, label: { says, value, element: label }, readings };
  }
  return null;
}

interface LabelFound {
  readonly of: Element;
  readonly label: Pointed['label'];
}

/** The element that says what a value is, and where the value stands from it. */
function labelBeside(value: Element): LabelFound | null {
  for (const { element, how } of nearby(value)) {
    const says = labelOf(textContent(element));
    if (says !== null && valuesBeside(element, how)?.includes(value))
      return { of: value, label: { says, value: how, element } };
  }
  return null;
}

type Beside = Parameters<typeof valuesBeside>[1];

function* nearby(value: Element): Generator<{ readonly element: Element; readonly how: Beside }> {
  for (const element of labelsFor(value)) yield { element, how: 'labelled' };
  const row = parentElement(value);
  const siblings = row === null ? [] : [...childrenOf(row)];
  const before = siblings[siblings.indexOf(value) - 1];
  const isCell = ['td', 'th'].includes(localName(value));
  if (before && isCell) yield { element: before, how: 'next cell' };
  if (before && !isCell) yield { element: before, how: 'next element' };
  if (!isCell || row === null) return;
  for (const heads of headRows(row)) {
    const head = childrenOf(heads)[siblings.indexOf(value)];
    if (head) yield { element: head, how: 'cell below' };
  }
}

/** The first rows of the table around a row. */
function headRows(row: Element): readonly Element[] {
  const part = parentElement(row);
  const table = part && localName(part) === 'table' ? part : part && parentElement(part);
  if (!table) return [];
  const rows = [...childrenOf(table)].flatMap((each) =>
    localName(each) === 'tr' ? [each] : [...childrenOf(each)].slice(0, 1),
  );
  return rows.filter((each) => localName(each) === 'tr' && each !== row).slice(0, 2);
}

/** The labels of an element: by `for` of theirs, or by its own `aria-labelledby`. */
function labelsFor(value: Element): readonly Element[] {
  const id = getAttribute(value, 'id');
  const by = (getAttribute(value, 'aria-labelledby') ?? '').split(/\s+/).filter((each) => each !== '');
  const selector = [
    ...(id ? [`label[for="${CSS.escape(id)}"]`] : []),
    ...by.map((each) => `[id="${CSS.escape(each)}"]`),
  ];
  if (selector.length === 0) return [];
  return [...selectAll(rootOf(value), selector.join())];
}
