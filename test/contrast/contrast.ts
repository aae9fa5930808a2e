/** Says which of the `chosen` are too faint to read. Runs in the page. WCAG 2.2: 1.4.3 for text, 1.4.11 for a control's edge. */
export function tooFaint(chosen: string): string[] {
  const root = document.querySelector('[data-drawn]')?.shadowRoot;
  if (!root) return ['there is no component'];
  const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  // A component has a dozen colours, and the canvas is asked for each of thousands of elements.
  const known = new Map<string, readonly number[]>();
  const parts = (colour: string): readonly number[] => {
    const before = known.get(colour);
    if (before !== undefined || paint === null) return before ?? [0, 0, 0, 0];
    paint.clearRect(0, 0, 1, 1);
    paint.fillStyle = colour;
    paint.fillRect(0, 0, 1, 1);
    const painted = [...paint.getImageData(0, 0, 1, 1).data];
    known.set(colour, painted);
    return painted;
  };
  const light = (colour: string): number => {
    const [r = 0, g = 0, b = 0] = parts(colour).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one: string, other: string): number => {
    const [high = 0, low = 0] = [light(one), light(other)].toSorted((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const behind = (element: Element | null): string => {
    if (element === null)
      return getComputedStyle(document.documentElement).colorScheme.includes('dark') &&
        matchMedia('(prefers-color-scheme: dark)').matches
        ? '#121212'
        : '#fff';
    const { backgroundColor } = getComputedStyle(element);
    return parts(backgroundColor)[3] === 255 ? backgroundColor : behind(element.parentElement);
  };
  const wrong = new Set<string>();
  for (const element of root.querySelectorAll(chosen)) {
    const style = getComputedStyle(element);
    const shown = element.getClientRects().length > 0 && element.closest('.spoken') === null;
    const says = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
    if (!shown || (!says && !element.matches('input, textarea'))) continue;
    const name = `${element.localName}.${element.getAttribute('class') ?? ''} "${element.textContent.trim().slice(0, 30)}"`;
    const text = contrast(style.color, behind(element));
    if (text < 4.5) wrong.add(`${name}: ${text.toFixed(2)} for text`);
    if (!element.matches('button, input, textarea') || style.borderTopWidth === '0px') continue;
    const edge = Math.max(
      contrast(style.borderTopColor, behind(element.parentElement)),
      contrast(behind(element), behind(element.parentElement)),
    );
    if (edge < 3 && parts(style.borderTopColor)[3] !== 0)
      wrong.add(`${name}: ${edge.toFixed(2)} for its edge`);
  }
  return [...wrong];
}
