import type { Page } from 'puppeteer-core';
import { extractText, getDocumentProxy } from 'unpdf';

/** The text of each sheet when Chromium prints a page on A4, with the margins of its print dialogue. */
export async function printedPages(page: Page): Promise<readonly string[]> {
  const margin = '1cm';
  const pdf = await page.pdf({
    format: 'A4',
    margin: { top: margin, right: margin, bottom: margin, left: margin },
  });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  return text.map((words) => words.replace(/\s+/g, ' '));
}
