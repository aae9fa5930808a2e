// Draws the record of one context. It has no extension API and no network; the port from its shell is its only way out.
// Imported one by one, so that the bundle carries only the elements that this frame draws.
import { EhchProvider } from '@ehch/elements/provider';
import { ResidentSummary } from '@ehch/elements/resident-summary';
import type { FromRenderer, ToRenderer } from '../messages/renderer.ts';
import { runningClock } from './running-clock.ts';

const provider = new EhchProvider();
const summary = new ResidentSummary();
// The shell draws the identity above this frame, where no data of a record can reach it. Doubts are shown here too.
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
    summary.view = message.view;
    // The element enters the page only with a view in it, so that an empty record never appears on screen.
    if (!main.isConnected) document.body.append(main);
    await summary.updateComplete;
    say({ kind: 'ready' });
  }

  port.addEventListener('message', ({ data }: MessageEvent<ToRenderer>) => void draw(data));
  provider.addEventListener('ehch-retry', ({ section }) => say({ kind: 'retry', section }));
  port.start();
}

addEventListener('message', function take({ source, ports: [port], data }: MessageEvent<{ ctx: string }>) {
  // Only the shell may hand over a port, and only once: a frame belongs to one context.
  if (source !== parent || !port || typeof data?.ctx !== 'string') return;
  removeEventListener('message', take);
  start(port, data.ctx);
});
