import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { PropertyPart } from 'lit/directive.js';

/**
 * Sets a property that the browser changes by itself, as `live` of Lit does: it is compared with what the control holds
 * now and not with what was set last. A fifth of its bytes.
 */
class AsIs extends Directive {
  override update({ element, name }: PropertyPart, [value]: [unknown]): unknown {
    if (Reflect.get(element, name) !== value) Reflect.set(element, name, value);
    return noChange;
  }

  override render(_value: unknown): unknown {
    return noChange;
  }
}

export const asIs = /* @__PURE__ */ directive(AsIs);
