import { LitElement } from 'lit';
import type { CSSResultGroup } from 'lit';
import { isolation } from './isolation.styles.ts';
import { kitFooterStyles } from './kit-footer.styles.ts';
import { tokens } from './tokens.styles.ts';

/**
 * What every component of the kit shares: isolation from the host's style sheets, and the tokens.
 *
 * A component renders one `<div class="base" part="base">`. The host's rules reach no further than the
 * element itself; `.base` starts again from nothing.
 */
export abstract class EhchElement extends LitElement {
  protected static override finalizeStyles(styles?: CSSResultGroup) {
    return super.finalizeStyles([
      isolation,
      tokens,
      kitFooterStyles,
      ...(styles === undefined ? [] : [styles]),
    ]);
  }
}
