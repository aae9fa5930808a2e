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
export function isPaintedPlainly(element: Element, words: Words, known: KnownStrengths = new Map()): boolean {
  if (strengthOf(element, known) < LEAST_OPACITY || !hasLetters(element)) return false;
  return words.parts.every((part) => hasLetters(part) && isInItsPlace(part)) && runsOn(words);
}

/** The opacities of elements by which one look has come, with all around each. 0: it wipes its letters out. */
export type KnownStrengths = Map<Element, number>;

function strengthOf(element: Element, known: KnownStrengths): number {
  const before = known.get(element);
  if (before !== undefined) return before;
  const style = styleOf(element);
  const around = parentOf(element) ?? frameAround(element);
  const isWiped =
    style === undefined || WIPES_OUT.test(style.filter) || isCut(style) || isNotAsWritten(style);
  const strength = isWiped ? 0 : Number(style.opacity) * (around === null ? 1 : strengthOf(around, known));
  known.set(element, strength);
  return strength;
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
  const digits = nodes.flatMap((node) => (isElement(node) ? textsIn(node) : [node])).filter(hasDigits);
  return digits.every((node, at) => {
    const before = digits[at - 1];
    if (!before) return true;
    const [former, box] = [textBoxOf(before), textBoxOf(node)];
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
