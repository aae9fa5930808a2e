import type { PlaceConfiguration, ResidentView } from '@ehch/clinical';

/** Over the port between a shell and the one renderer frame of one context. */
export type ToRenderer = {
  readonly kind: 'show';
  /** The context that the frame was made for. A view of any other is not drawn. */
  readonly ctx: string;
  readonly view: ResidentView;
  readonly place: PlaceConfiguration;
  readonly now: string;
  /** When this panel showed the resident before; `null`: it did not, as far as it remembers. */
  readonly since: string | null;
};

/** What a renderer may ask of its shell. */
export type FromRenderer =
  { readonly kind: 'ready' } | { readonly kind: 'retry'; readonly section: string | null };
