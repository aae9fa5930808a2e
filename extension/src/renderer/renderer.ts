// Draws one context's record. It has no extension API, no network and no way out but the port that its shell hands it.
// One by one: what this frame does not draw it does not carry.
import { EhchProvider } from '@ehch/elements/provider';
import { ResidentSummary } from '@ehch/elements/resident-summary';
import type { FromRenderer, ToRenderer } from '../messages/renderer.ts';
import { runningClock } from './running-clock.ts';

const provider = new EhchProvider();
const summary = new ResidentSummary();
// The shell draws the identity above this frame, where nothing in a record can reach it. What is doubtful stays here too.
summary.hideBanner = true;
summary.headingLevel = 1;
provider.append(summary);
const main = document.createElement('main');
main.append(provider);

function start(port: MessagePort, ctx: string): void {
  const say = (message: FromRenderer) => port.postMessage(message);

  async function draw(message: ToRenderer): Promise<void> {
    // Guard: this frame was made for one context and draws no other.
    if (__CONTEXT_CHECK__ && message.ctx !== ctx) return;
    provider.place = message.place;
    provider.clock = runningClock(message.now);
    summary.since = message.since;
    summary.view = message.view;
    if (!main.isConnected) document.body.append(main);
    await summary.updateComplete;
    say({ kind: 'ready' });
  }

  port.addEventListener('message', ({ data }: MessageEvent<ToRenderer>) => void draw(data));
  provider.addEventListener('ehch-retry', ({ section }) => say({ kind: 'retry', section }));
  port.start();
}

addEventListener('message', function take({ source, ports: [port], data }: MessageEvent<{ ctx: string }>) {
  if (source !== parent || !port || typeof data?.ctx !== 'string') return;
  removeEventListener('message', take);
  start(port, data.ctx);
});
