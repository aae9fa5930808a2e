import { frameAround, inputValue, isElement, parentOf, styleOf, textBoxOf, textContent } from './native.ts';
import { isInput, textsIn, type Words } from './words.ts';

/** [P] Below this share of their full strength nobody reads letters. */
const LEAST_OPACITY = 0.1;
/** [P] CSS pixels. Nobody reads smaller letters. */
const LEAST_SIZE = 4;
/** Effects that can wipe letters out. Shadows and greys leave them readable. */
const WIPES_OUT = /opacity\(|blur\(|brightness\(|contrast\(|url\(/;

/**
 * Whether an element's letters are painted so that a person reads what `textContent` says: not transparent, cut,
 * blurred, nor in another order than they stand in the page. The frames around the page can wipe them out as well.
 *
 * It does not compare colours: letters on a ground of their own colour count as painted.
 */
export function isPaintedPlainly(element: Element, words: Words): boolean {
  let opacity = 1;
  for (let at: Element | null = element; at !== null; at = parentOf(at) ?? frameAround(at)) {
    const style = styleOf(at);
    if (style === undefined) return false;
    opacity *= Number(style.opacity);
    if (WIPES_OUT.test(style.filter) || isCut(style) || isNotAsWritten(style)) return false;
  }
  if (opacity < LEAST_OPACITY || !hasLetters(element)) return false;
  return words.parts.every((part) => hasLetters(part) && isInItsPlace(part)) && runsOn(words);
}

function isCut(style: CSSStyleDeclaration): boolean {
  return style.clipPath !== 'none' || !['', 'none'].includes(style.maskImage);
}

/** Backwards, or struck out: the page says that it holds no longer. */
function isNotAsWritten({ unicodeBidi, textDecorationLine }: CSSStyleDeclaration): boolean {
  return /override|through/.test(unicodeBidi + textDecorationLine);
}

/** Digits in another order make another number. A grid, an offset or a wrap paints later ones before the others. */
function runsOn({ nodes }: Words): boolean {
  const boxes = nodes
    .flatMap((node) => (isElement(node) ? textsIn(node) : [node]))
    .filter(hasDigits)
    .map(textBoxOf);
  return boxes.every((box, at) => {
    const former = boxes[at - 1];
    if (!box || !former) return true;
    const middle = box.top + box.height / 2;
    return middle > former.bottom || (middle > former.top && box.right > former.left);
  });
}

const hasDigits = (node: Node) => /\d/.test(textContent(node));

function hasLetters(element: Element): boolean {
  const style = styleOf(element);
  return (
    style !== undefined &&
    !isNotAsWritten(style) &&
    Number(style.opacity) >= LEAST_OPACITY &&
    Number.parseFloat(style.fontSize) >= LEAST_SIZE &&
    alphaOf(style.webkitTextFillColor || style.color) >= LEAST_OPACITY &&
    !style.flexDirection.endsWith('-reverse') &&
    // From the right, `999 000 0018` is painted as `0018 000 999`.
    !(
      style.direction === 'rtl' &&
      /\d\D+\d/.test(isInput(element) ? inputValue(element) : textContent(element))
    ) &&
    // Dots in the place of letters.
    ['', 'none'].includes(style.getPropertyValue('-webkit-text-security'))
  );
}

/** A part in another place of the line makes another number of the same digits. */
function isInItsPlace(part: Element): boolean {
  const { order = '0', cssFloat = 'none', position = 'static' } = styleOf(part) ?? {};
  return order === '0' && cssFloat === 'none' && !['absolute', 'fixed'].includes(position);
}

/** The last part of `rgba(0, 0, 0, 0.5)` and of `color(srgb 0 0 0 / 0.5)`. Colours without one are full. */
function alphaOf(colour: string): number {
  const [, alpha] = /(?:^rgba\(.*,|\/)\s*([\d.e-]+)\)$/.exec(colour) ?? [];
  return alpha === undefined ? 1 : Number(alpha);
}
