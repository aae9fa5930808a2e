/** `single3`, `below-0.8`, `kg/m2-1`, `[degF]`, `sourceLabel`, and values that a template printed by mistake. */
const SHAPES =
  /\b(?!mm|mL|mg|pH)[a-z]+[A-Z]\w*|\b(?!n\d)[a-z]{2,}\d\w*\b|\b[a-z]+-\d[\d.]*\b|\bm2-|\[[a-z]+_?[a-zA-Z]*\]|undefined|\bnull\b|\bNaN\b|\[object/gu;

/** What people write so, addresses, and a server's own words about an element of FHIR. */
const READ = /eFI2?|SpO2|kPa|mmol\/mol|mmHg|kg\/m2|HbA1c|m2|https?:\S+|www\.\S+|\b[A-Z][a-z]+\.[a-zA-Z.]+/g;

/** The words of a text that only the program knows: identifiers, codes, unit codes, values that were never filled in. */
export function machineWords(text: string): readonly string[] {
  return [...text.replaceAll(READ, '').matchAll(SHAPES)].map(([word]) => word).filter((word) => word.length < 40);
}

/** All that a person sees or hears on the page. Runs in the page. */
export function wordsOnPage(): string[] {
  const said: string[] = [];
  const visit = (root: ParentNode): void => {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (element.matches('style, script')) continue;
      if (element.shadowRoot) visit(element.shadowRoot);
      for (const node of element.childNodes)
        if (node.nodeType === Node.TEXT_NODE && node.textContent?.trim()) said.push(node.textContent);
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) said.push(element.getAttribute(name) ?? '');
      // The value of a choice is not shown.
      if (element.matches('textarea, input:not([type=radio], [type=checkbox])'))
        said.push((element as HTMLInputElement).value);
    }
  };
  visit(document.body);
  return said.map((one) => one.replace(/\s+/g, ' ').trim()).filter((one) => one !== '');
}
