import { EhchError } from '@ehch/clinical';
import { endOfPlain, endOfString, skipComma, skipSpace } from './json-ranges.ts';

/** A value of a JSON text, with the range of characters that holds it. */
export type RawNode =
  | {
      readonly kind: 'object';
      readonly start: number;
      readonly end: number;
      readonly members: readonly RawMember[];
    }
  | {
      readonly kind: 'array';
      readonly start: number;
      readonly end: number;
      readonly items: readonly RawNode[];
    }
  | { readonly kind: 'scalar'; readonly start: number; readonly end: number };

/** A field of an object. `start` is that of its quoted name. */
interface RawMember {
  readonly key: string;
  readonly start: number;
  readonly value: RawNode;
}

/** Levels of nesting. No resource in use is deeper, and a stack overflow would end the step without a word. */
const DEEPEST = 200;

/**
 * Finds where each value of a JSON text lies.
 *
 * @throws {EhchError} `malformed` if the text is not JSON, or nested more than 200 levels deep
 */
export function rawTree(text: string): RawNode {
  try {
    // The platform's parser judges the text. What follows only measures it.
    JSON.parse(text);
  } catch (cause) {
    throw new EhchError('malformed', 'The text is not JSON, so no field of it can be read or changed.', {
      cause,
    });
  }
  return nodeAt(text, skipSpace(text, 0), 0);
}

function nodeAt(text: string, start: number, depth: number): RawNode {
  if (depth > DEEPEST)
    throw new EhchError('malformed', 'The JSON is nested deeper than any resource, so it is not changed.');
  if (text[start] === '{') return objectAt(text, start, depth);
  if (text[start] === '[') return arrayAt(text, start, depth);
  if (text[start] === '"') return { kind: 'scalar', start, end: endOfString(text, start) };
  return { kind: 'scalar', start, end: endOfPlain(text, start) };
}

function objectAt(text: string, start: number, depth: number): RawNode {
  const members: RawMember[] = [];
  let at = skipSpace(text, start + 1);
  while (text[at] !== '}') {
    const afterKey = endOfString(text, at);
    const key = JSON.parse(text.slice(at, afterKey)) as string;
    const colon = skipSpace(text, afterKey);
    const value = nodeAt(text, skipSpace(text, colon + 1), depth + 1);
    members.push({ key, start: at, value });
    at = skipComma(text, value.end);
  }
  return { kind: 'object', start, end: at + 1, members };
}

function arrayAt(text: string, start: number, depth: number): RawNode {
  const items: RawNode[] = [];
  let at = skipSpace(text, start + 1);
  while (text[at] !== ']') {
    const item = nodeAt(text, at, depth + 1);
    items.push(item);
    at = skipComma(text, item.end);
  }
  return { kind: 'array', start, end: at + 1, items };
}
