import { areasAround, drawnIn, shared, type Area, type Box } from './areas.ts';
import { boxOf, checkVisibility, frameAround, viewOf } from './native.ts';
import { isShown, LEAST, SEEN } from './shown.ts';
import { boxesOfWords, type Words } from './words.ts';

/**
 * Whether a user who scrolls to an element can see it and everything inside it.
 *
 * The check knows neither colours nor what lies on top. It does not protect a user from a host that deceives them.
 */
export function isVisible(element: Element, around: readonly Area[], words: Words): boolean {
  if (!isShown(element) || words.drawsMore) return false;
  // `textContent` includes hidden parts. A hidden digit would be read as part of the number.
  for (const part of words.parts) if (!checkVisibility(part, SEEN)) return false;
  const boxes = [boxOf(element), ...boxesOfWords(words)];
  return boxes.every((box) => canBeReached(element, box, around));
}

/**
 * Whether the user sees a box of an element, or can scroll to it, in its own page and in those around its frame. A
 * folded banner is neither.
 */
function canBeReached(element: Element, box: Box, around: readonly Area[]): boolean {
  let seen = box;
  for (const { sight, reach } of around) {
    if (!isInside(seen, reach)) return false;
    // Once the user has scrolled there, the words stand in the box that scrolls.
    seen = isInside(seen, sight) ? shared(seen, sight) : sight;
  }
  const [frame, view] = [frameAround(element), viewOf(element)];
  if (frame === null || view === null) return true;
  return canBeReached(frame, drawnIn(frame, view, seen), areasAround(frame));
}

function isInside(box: Box, other: Box): boolean {
  const { left, top, right, bottom } = shared(box, other);
  return right - left >= LEAST && bottom - top >= LEAST;
}
