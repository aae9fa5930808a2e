import type { FromRenderer, ToRenderer } from '../messages/renderer.ts';

export interface RendererFrame {
  /** The context that the frame was made for. */
  readonly ctx: string;
  /** Whether the frame has drawn. Until then the shell says that the record is loading. */
  readonly hasDrawn: boolean;
  show(message: ToRenderer): void;
  /** Takes the frame and everything it drew off the screen at once. */
  remove(): void;
}

export interface RendererFrameOptions {
  readonly host: HTMLElement;
  readonly ctx: string;
  readonly drawn: () => void;
  readonly retry: (section: string | null) => void;
  /** Called when the frame loaded a second page. The frame is gone by then. */
  readonly broke: () => void;
}

/** Creates the frame of one context. A new person gets a new frame, so old data cannot appear under a new name. */
export function createRendererFrame({ host, ctx, drawn, retry, broke }: RendererFrameOptions): RendererFrame {
  const frame = document.createElement('iframe');
  const { port1: port, port2: rendererPort } = new MessageChannel();
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
    // A second load means that the frame has left the renderer's page. The port must not go to another page.
    if (isHandedOver) {
      remove();
      return broke();
    }
    isHandedOver = true;
    // A sandboxed frame has no origin to name, hence `*`. The message carries the port and a random id, and no record.
    frame.contentWindow?.postMessage({ ctx }, '*', [rendererPort]);
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

/** Reads a message of the renderer. The renderer handles record data, so the shell trusts it least. */
function fromRenderer(data: unknown): FromRenderer | null {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return null;
  if (data.kind === 'ready') return { kind: 'ready' };
  if (data.kind !== 'retry' || !('section' in data)) return null;
  const { section } = data;
  return section === null || (typeof section === 'string' && section.length <= 40)
    ? { kind: 'retry', section }
    : null;
}
