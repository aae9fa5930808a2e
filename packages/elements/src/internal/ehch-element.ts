import { reportCaught } from '@ehch/clinical/diagnostics';
import { html, LitElement, render } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
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

  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch (error) {
      this.failed(error);
    }
  }

  /**
   * Guard: what was on screen before is not true of what failed now, and may be about somebody else. An error in the page's
   * console would leave it there.
   */
  protected failed(error: unknown): void {
    reportCaught(error, 'elements/draw', this.localName);
    render(
      html`<div class="base" role="alert">${this.unexpected}</div>`,
      this.renderRoot,
      this.renderOptions,
    );
  }

  /** What stands there where nothing could be drawn. */
  protected get unexpected(): TemplateResult {
    return UNEXPECTED;
  }
}

/** Something was given to a component that it could not draw. */
export const UNEXPECTED = html`<p>Could not show: the data are not in the expected form.</p>`;
