import assert from 'node:assert/strict';
import { test } from 'node:test';
import { channel, type Endpoint } from './endpoint.ts';

/** A port that remembers what was posted on it, and delivers what the test sends. */
function portByHand() {
  const posted: unknown[] = [];
  const listeners: ((event: { data: unknown }) => void)[] = [];
  let started = 0;
  const endpoint: Endpoint = {
    postMessage: (message) => void posted.push(message),
    addEventListener: (_type, listener) => void listeners.push(listener),
    start: () => void (started += 1),
  };
  const give = (data: unknown) => {
    for (const listener of listeners) listener({ data });
  };
  return { endpoint, posted, give, started: () => started };
}

test('each conversation over one port receives its own messages unchanged', () => {
  const { endpoint, posted, give, started } = portByHand();
  const heard: unknown[] = [];
  const engine = channel(endpoint, 'engine');
  engine.addEventListener('message', ({ data }) => heard.push(data));
  assert.ok(started() > 0, 'a MessagePort delivers nothing before it is started');
  engine.postMessage({ ask: 1 });
  channel(endpoint, 'notes').postMessage({ seq: 7 });
  for (const envelope of posted) give(envelope);
  assert.deepEqual(heard, [{ ask: 1 }]);
});

test('nobody receives a message without a whole envelope: half of one, another program’s message, nothing', () => {
  const { endpoint, give } = portByHand();
  const heard: unknown[] = [];
  channel(endpoint, 'engine').addEventListener('message', ({ data }) => heard.push(data));
  for (const data of [
    { channel: 'engine' },
    { message: 1 },
    { type: 'hello' },
    'engine',
    7,
    null,
    undefined,
    [],
  ])
    give(data);
  assert.deepEqual(heard, []);
  give({ channel: 'engine', message: null });
  assert.deepEqual(heard, [null], 'nothing said in an envelope of its own is heard');
});
