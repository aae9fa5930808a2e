/** Loads a page into a frame of the test. The browser parses the text as it stands, with or without a doctype. */
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

/** The nodes of a piece of a page, for a test that changes the page. No script in it runs. */
export function nodesOf(html: string): readonly Node[] {
  return [...new DOMParser().parseFromString(html, 'text/html').body.childNodes];
}

/** A script of a page that gives its `x-pane` a shadow. It writes HTML because the pages of components do. */
export function inShadow(html: string): string {
  return `<script>document.querySelector('x-pane').attachShadow({ mode: 'open' }).innerHTML = '${html}'</script>`;
}

export function closePages(): void {
  for (const frame of document.querySelectorAll('iframe')) frame.remove();
}

/** Makes the test's tab count as in front. The runner has several tabs open, and only one can be in front. */
export async function comeToFront(): Promise<void> {
  const address = '/__web-dev-server__web-socket.js';
  const runner = (await import(/* @vite-ignore */ address)) as {
    sendMessageWaitForResponse(message: unknown): Promise<{ executed: boolean }>;
  };
  const { executed } = await runner.sendMessageWaitForResponse({
    type: 'wtr-command',
    sessionId: new URL(location.href).searchParams.get('wtr-session-id'),
    command: 'in-front',
    payload: {},
  });
  if (!executed) throw new Error('The test runner cannot bring a tab to the front.');
}
