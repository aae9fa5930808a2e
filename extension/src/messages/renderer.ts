import type { PlaceConfiguration, ResidentView } from '@ehch/clinical';

/** What the shell sends to the one renderer frame of a context. */
export type ToRenderer = {
  readonly kind: 'show';
  /** The context that the frame was made for. The renderer draws no view of another context. */
  readonly ctx: string;
  readonly view: ResidentView;
  readonly place: PlaceConfiguration;
  /** The vault's clinical clock at this state, as an ISO instant. The renderer lets it run on. */
  readonly now: string;
};

/** What a renderer may ask of its shell. */
export type FromRenderer =
  { readonly kind: 'ready' } | { readonly kind: 'retry'; readonly section: string | null };
