import type { Page } from 'puppeteer-core';
import { extractText, getDocumentProxy } from 'unpdf';

/** A document as Chromium prints it on A4, with the margins of its print dialogue. */
async function printed(page: Page): Promise<Awaited<ReturnType<typeof getDocumentProxy>>> {
  const margin = '1cm';
  const pdf = await page.pdf({
    format: 'A4',
    margin: { top: margin, right: margin, bottom: margin, left: margin },
  });
  return getDocumentProxy(new Uint8Array(pdf));
}

/** The text of each sheet. */
export async function printedPages(page: Page): Promise<readonly string[]> {
  const { text } = await extractText(await printed(page), { mergePages: false });
  return text.map((words) => words.replace(/\s+/g, ' '));
}

/** A run of text on a sheet, and where it is printed: in points, from the sheet's left and lower edge. */
interface Printed {
  readonly words: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly height: number;
}

/** Pairs of texts that are printed over one another. Their words are each there once, and nobody can read them. */
export async function overprinted(page: Page): Promise<readonly string[]> {
  const paper = await printed(page);
  const found: string[] = [];
  for (let n = 1; n <= paper.numPages; n += 1) {
    const { items } = await (await paper.getPage(n)).getTextContent();
    const texts = items.flatMap((item): Printed[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , , , left = 0, base = 0] = item.transform as readonly number[];
      return [{ words: item.str, left, right: left + item.width, base, height: item.height }];
    });
    for (const [at, one] of texts.entries())
      for (const other of texts.slice(at + 1))
        if (areOver(one, other)) found.push(`sheet ${n}: "${one.words}" and "${other.words}"`);
  }
  return found;
}

/** Whether two texts share more than a third of a line's height and more than two points of its length. */
function areOver(one: Printed, other: Printed): boolean {
  const lower = Math.min(one.height, other.height);
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const along = lower - Math.abs(one.base - other.base);
  return across > 2 && along > lower / 3;
}
