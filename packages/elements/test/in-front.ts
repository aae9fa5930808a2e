/** Makes the test page the one in front: where several files run side by side only that one is told of its focus. */
export async function bringInFront(): Promise<void> {
  const address = '/__web-dev-server__web-socket.js';
  const runner = (await import(/* @vite-ignore */ address)) as {
    sendMessageWaitForResponse(message: unknown): Promise<{ readonly executed: boolean }>;
  };
  const { executed } = await runner.sendMessageWaitForResponse({
    type: 'wtr-command',
    sessionId: new URL(location.href).searchParams.get('wtr-session-id'),
    command: 'in-front',
    payload: {},
  });
  if (!executed) throw new Error('The test runner did not bring the page in front.');
}
