import type { SideState } from '../messages/side-state.ts';
import { lastLooks } from './last-looks.ts';
import { createRendererFrame, type RendererFrame } from './renderer-frame.ts';
import type { Drawing } from './screens/index.ts';

type Shown = Extract<SideState, { kind: 'shown' }>;

export interface RecordAreaOptions {
  /** The renderer has drawn, or went astray: the words around it have to change. */
  readonly changed: () => void;
  readonly retry: (ctx: string, section: string | null) => void;
}

/** The part of the panel in which the record stands: one renderer frame for one context, or none. */
export function createRecordArea(host: HTMLElement, { changed, retry }: RecordAreaOptions) {
  let frame: RendererFrame | null = null;
  /** The state whose view the frame was given last. */
  let given: Shown | null = null;
  const looks = lastLooks();
  /** The context whose frame went astray. It gets no second one. */
  let broken: string | null = null;

  /** Guard: a frame belongs to the context that it was made for, and goes with it. */
  function fits(state: Shown, { ctx, hasDrawn }: RendererFrame): boolean {
    return !__CONTEXT_CHECK__ || (ctx === state.ctx && (state.view !== null || !hasDrawn));
  }

  function makeFrame({ ctx }: Shown): RendererFrame {
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
    /** Takes away what does not belong to the state that comes now. Called before anything else of it is drawn. */
    clear(state: Shown | null): void {
      if (frame === null || (state !== null && fits(state, frame))) return;
      frame.remove();
      frame = null;
    },
    show(state: Shown): Drawing {
      const { ctx, view, place, now } = state;
      if (broken === ctx) return 'broken';
      frame ??= makeFrame(state);
      if (view !== null && given !== state) {
        const since = looks.before(ctx, view.resident, now);
        frame.show({ kind: 'show', ctx, view, place, now, since });
      }
      given = state;
      return frame.hasDrawn ? 'drawn' : 'waiting';
    },
  };
}
