/** A page in a frame of the test, read as the browser reads a page of that text: with its doctype, or without one. */
export async function openPage(html: string): Promise<Document> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width: 900px; height: 600px';
  const url = URL.createObjectURL(new Blob([html], { type: 'text/html; charset=utf-8' }));
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.src = url;
  document.body.append(frame);
  await loaded;
  URL.revokeObjectURL(url);
  if (!frame.contentDocument) throw new Error('The page did not load.');
  return frame.contentDocument;
}

export function closePages(): void {
  for (const frame of document.querySelectorAll('iframe')) frame.remove();
}
