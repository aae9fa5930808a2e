import { areasAround, drawnIn, shared, type Area, type Box } from './areas.ts';
import { boxOf, checkVisibility, frameAround, partsWithWords, textBoxOf, viewOf } from './native.ts';

/** CSS pixels. Nobody reads text that is smaller in either direction; text for screen readers alone is 1 pixel. */
const LEAST = 4;

/** The checks that the browser makes before we believe that an element is on the screen. */
const SEEN = { opacityProperty: true, visibilityProperty: true } as const;

/**
 * Whether a user who scrolls to an element can see it and everything inside it.
 *
 * The check knows neither colours nor what lies on top. It does not protect a user from a host that deceives them.
 */
export function isVisible(element: Element, around = areasAround(element)): boolean {
  if (!hasVisibleFrames(element) || !checkVisibility(element, SEEN)) return false;
  // `textContent` includes hidden parts. A hidden digit would be read as part of the number.
  for (const part of partsWithWords(element)) if (!checkVisibility(part, SEEN)) return false;
  const boxes = [boxOf(element), textBoxOf(element)];
  return boxes.every((box) => box !== null && canBeReached(element, box, around));
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

/** False where a frame around the element is hidden or has no room. Of a foreign parent the browser says nothing. */
function hasVisibleFrames(element: Element): boolean {
  const view = viewOf(element);
  if (!view || view.innerWidth < LEAST || view.innerHeight < LEAST) return false;
  const frame = frameAround(element);
  return frame === null || (checkVisibility(frame, SEEN) && hasVisibleFrames(frame));
}
