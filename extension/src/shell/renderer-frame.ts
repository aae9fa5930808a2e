import type { FromRenderer, ToRenderer } from '../messages/renderer.ts';

export interface RendererFrame {
  /** The context that the frame was made for. */
  readonly ctx: string;
  /** Whether it has drawn. Until then the shell says that the record is being loaded. */
  readonly hasDrawn: boolean;
  show(message: ToRenderer): void;
  /** Takes the frame, and everything that it drew, off the screen at once. */
  remove(): void;
}

export interface RendererFrameOptions {
  readonly host: HTMLElement;
  readonly ctx: string;
  readonly drawn: () => void;
  readonly retry: (section: string | null) => void;
  /** The frame went astray and was taken away. */
  readonly broke: () => void;
}

/** One frame for one context: what it has once been given cannot turn up under another person's name. */
export function createRendererFrame({ host, ctx, drawn, retry, broke }: RendererFrameOptions): RendererFrame {
  const frame = document.createElement('iframe');
  const { port1: port, port2: theirs } = new MessageChannel();
  let isHandedOver = false;
  let hasDrawn = false;

  function remove(): void {
    port.close();
    frame.remove();
  }

  frame.title = 'Summary of the record';
  frame.sandbox.add('allow-scripts');
  frame.src = 'render.html';
  frame.addEventListener('load', () => {
    // A page that loads a second time is not the page that was asked for.
    if (isHandedOver) {
      remove();
      return broke();
    }
    isHandedOver = true;
    // A sandboxed frame has no origin that could be named. The port is all that is in this message.
    frame.contentWindow?.postMessage({ ctx }, '*', [theirs]);
  });
  port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const said = fromRenderer(data);
    if (said?.kind === 'retry') retry(said.section);
    if (said?.kind === 'ready' && !hasDrawn) {
      hasDrawn = true;
      drawn();
    }
  });
  port.start();
  host.append(frame);
  return {
    ctx,
    get hasDrawn() {
      return hasDrawn;
    },
    show: (message) => port.postMessage(message),
    remove,
  };
}

/** The renderer is where data of a record are drawn: what comes from it is believed least. */
function fromRenderer(data: unknown): FromRenderer | null {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return null;
  if (data.kind === 'ready') return { kind: 'ready' };
  if (data.kind !== 'retry' || !('section' in data)) return null;
  const { section } = data;
  return section === null || (typeof section === 'string' && section.length <= 40)
    ? { kind: 'retry', section }
    : null;
}
