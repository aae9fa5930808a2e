// The cover of a page that is being taught. It is a page of ours, so the page under it sees nothing of what happens here.
// It says where a person clicked, and knows nothing else.
import { TEACH_PORTS } from '../messages/teach-ports.ts';
import type { PickMessage } from '../messages/teaching.ts';
import { own } from '../teach/own-runtime.ts';

/** What anybody around this frame may send. The vault compares it with the ticket that it gave out. */
let ticket: string | null = null;
const port = own.runtime.connect({ name: TEACH_PORTS.pick });
const say = (message: PickMessage) => port.postMessage(message);

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (typeof data !== 'string' || data.length > 64) return;
  const given = (ticket = data);
  // A browser gives clicks to a frame only once it has drawn it. Before that the page under it would get them.
  requestAnimationFrame(() => requestAnimationFrame(() => say({ kind: 'here', ticket: given })));
});

addEventListener(
  'click',
  ({ isTrusted, clientX: x, clientY: y }) => {
    // Guard: only a person's own press points at anything.
    if (isTrusted && ticket !== null) say({ kind: 'pick', ticket, x, y });
  },
  { capture: true },
);
