interface Answer {
  readonly executed: boolean;
}

/** Presses keys of a real keyboard, through the test runner: `Tab`, `Space`, `ArrowDown`, `5`. */
export async function pressKeys(...keys: readonly string[]): Promise<void> {
  const address = '/__web-dev-server__web-socket.js';
  const runner = (await import(/* @vite-ignore */ address)) as {
    sendMessageWaitForResponse(message: unknown): Promise<Answer>;
  };
  const { executed } = await runner.sendMessageWaitForResponse({
    type: 'wtr-command',
    sessionId: new URL(location.href).searchParams.get('wtr-session-id'),
    command: 'keys',
    payload: keys,
  });
  if (!executed) throw new Error('The test runner pressed no key.');
}
