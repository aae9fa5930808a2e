/** The text as the browser paints it: white space is one space, and a wide or narrow letter is that letter. */
export function oneLine(text: string, longest: number): string | null {
  // Refused before any work, so that a page with a megabyte of text costs nothing.
  if (text.length > 4 * longest) return null;
  const line = text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  return line.length > longest ? null : line;
}
