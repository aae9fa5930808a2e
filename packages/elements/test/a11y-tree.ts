/** A node of the browser's accessibility tree. */
export interface A11yNode {
  readonly role: string;
  readonly name?: string;
  readonly level?: number;
  readonly children?: readonly A11yNode[];
}

interface Answer {
  readonly executed: boolean;
  readonly result?: A11yNode;
}

/** The accessibility tree of the test page, from the browser itself, through the test runner. */
export async function a11yTree(): Promise<A11yNode> {
  const address = '/__web-dev-server__web-socket.js';
  const runner = (await import(/* @vite-ignore */ address)) as {
    sendMessageWaitForResponse(message: unknown): Promise<Answer>;
  };
  const { executed, result } = await runner.sendMessageWaitForResponse({
    type: 'wtr-command',
    sessionId: new URL(location.href).searchParams.get('wtr-session-id'),
    command: 'a11y-tree',
    payload: {},
  });
  if (!executed || result === undefined) throw new Error('The test runner gave no accessibility tree.');
  return result;
}

export function everyNode(node: A11yNode): A11yNode[] {
  return [node, ...(node.children ?? []).flatMap(everyNode)];
}

/** All that a screen reader can say, without white space: line breaks differ from the screen's. */
export function spokenText(tree: A11yNode): string {
  return squeeze(
    everyNode(tree)
      .map(({ name }) => name ?? '')
      .join(' '),
  );
}

export function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
