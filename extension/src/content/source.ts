import type { ReadElement, Source } from '../banner/reading.ts';
import { areasAround, type KnownAreas } from './areas.ts';
import { EVERY_READ_GUARD, type ReadGuards } from './guards.ts';
import { getAttribute, inputValue, isConnected, ownerDocument, textContent, titleOf } from './native.ts';
import { isPaintedPlainly, type KnownStrengths } from './painted.ts';
import { isShown } from './shown.ts';
import { isTopmost } from './topmost.ts';
import { isVisible } from './visible.ts';
import { isInput, runOf, wordsOf } from './words.ts';

/** What one look has worked out of the elements around words. The page stands still meanwhile. */
export interface KnownAround {
  readonly areas: KnownAreas;
  readonly strengths: KnownStrengths;
}

export const nothingKnown = (): KnownAround => ({ areas: new Map(), strengths: new Map() });

/** Reads a source as it stands now. */
export function readSource(
  source: Source,
  guards = EVERY_READ_GUARD,
  known: KnownAround = nothingKnown(),
): ReadElement {
  return { ...source, raw: rawOf(source), isSeen: isSeen(source, guards, known) };
}

/** Whether the same words still stand in the same place. It is cheap, so the watcher asks at every change. */
export function stillStandsAs(read: ReadElement): boolean {
  return isConnected(read.element) && rawOf(read) === read.raw;
}

function rawOf({ element, read }: Source): string {
  switch (read) {
    case 'text':
      return textContent(element);
    case 'own text':
    case 'text after':
      return (runOf(element, read) ?? []).map(textContent).join('');
    case 'value':
      return isInput(element) ? inputValue(element) : '';
    case 'page title': {
      const document = ownerDocument(element);
      return document ? titleOf(document) : '';
    }
    case 'nothing':
      return '';
    default:
      return getAttribute(element, read.attribute) ?? '';
  }
}

/** The text of a source without the copies of a date that nobody sees. */
export function textOf(source: Source): string {
  const words = source.sight === 'date' && source.read === 'text' ? wordsOf(source) : null;
  return words === null ? rawOf(source) : words.nodes.map(textContent).join('');
}

export function isSeen(source: Source, guards: ReadGuards, known: KnownAround): boolean {
  const { element, read, sight } = source;
  // The browser writes the title of a page on its tab.
  if (read === 'page title') return true;
  if (sight === 'shown') return isShown(element);
  const words = wordsOf(source, guards);
  if (words === null) return false;
  const around = areasAround(words.element, known.areas);
  return (
    isVisible(words.element, around, words) &&
    isPaintedPlainly(words.element, words, known.strengths) &&
    isTopmost(words.element, around, words)
  );
}
