import type { ShownState } from './panel-state.ts';
import { createRendererFrame, type RendererFrame } from './renderer-frame.ts';
import type { Drawing } from './screens/index.ts';

export interface RecordAreaOptions {
  /** Called when the renderer has drawn or broke, so that the panel changes the words around it. */
  readonly changed: () => void;
  readonly retry: (ctx: string, section: string | null) => void;
}

/** Creates the part of the panel that holds the record: one renderer frame for one context, or none. */
export function createRecordArea(host: HTMLElement, { changed, retry }: RecordAreaOptions) {
  let frame: RendererFrame | null = null;
  /** The last state whose view the frame received. */
  let given: ShownState | null = null;
  /** The context whose frame broke. It gets no second frame, which could break in the same way without end. */
  let broken: string | null = null;

  /**
   * Guard: a frame belongs to the context that it was made for. A frame that has drawn also goes when its view goes.
   */
  function fits(state: ShownState, { ctx, hasDrawn }: RendererFrame): boolean {
    return !__CONTEXT_CHECK__ || (ctx === state.ctx && (state.view !== null || !hasDrawn));
  }

  function makeFrame({ ctx }: ShownState): RendererFrame {
    return createRendererFrame({
      host,
      ctx,
      drawn: changed,
      retry: (section) => retry(ctx, section),
      broke() {
        frame = null;
        broken = ctx;
        changed();
      },
    });
  }

  return {
    /** Removes a frame that does not belong to the next state. The panel calls this before it draws anything else. */
    clear(state: ShownState | null): void {
      if (frame === null || (state !== null && fits(state, frame))) return;
      frame.remove();
      frame = null;
      // The same state may come back, as after a silence. Its next frame has received nothing yet.
      given = null;
    },
    /** Gives the view to the frame of its context, and says how far the frame is. */
    show(state: ShownState): Drawing {
      const { ctx, view, place, now } = state;
      if (broken === ctx) return 'broken';
      // A frame is made before its view arrives, so that its scripts are loaded by then.
      frame ??= makeFrame(state);
      // A redraw for other reasons must not send the same view again.
      if (view !== null && given !== state) frame.show({ kind: 'show', ctx, view, place, now });
      given = state;
      return frame.hasDrawn ? 'drawn' : 'waiting';
    },
  };
}
