import { boxOf, checkVisibility, frameAround, viewOf } from './native.ts';

/** CSS pixels. Nobody reads text that is smaller in either direction; text for screen readers alone is 1 pixel. */
export const LEAST = 4;

/** The checks that the browser makes before we believe that an element is on the screen. */
export const SEEN = { opacityProperty: true, visibilityProperty: true } as const;

/** Whether the browser draws an element at all. It says nothing of where, and nothing of what is inside. */
export function isShown(element: Element): boolean {
  return hasVisibleFrames(element) && checkVisibility(element, SEEN);
}

/** Whether a person could read an element inside others: not hidden, and not for screen readers alone. */
export function isDrawn(element: Element): boolean {
  const { width, height } = boxOf(element);
  return checkVisibility(element, SEEN) && width >= LEAST && height >= LEAST;
}

/** False where a frame around the element is hidden or has no room. Of a foreign parent the browser says nothing. */
function hasVisibleFrames(element: Element): boolean {
  const view = viewOf(element);
  if (!view || view.innerWidth < LEAST || view.innerHeight < LEAST) return false;
  const frame = frameAround(element);
  return frame === null || (checkVisibility(frame, SEEN) && hasVisibleFrames(frame));
}
