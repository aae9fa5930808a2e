/**
 * Registers an element, unless something already holds its name.
 *
 * A page may load the kit twice, or in two versions, such as the vendor's own copy beside another one.
 * The first wins for the whole page; the second must not break it by throwing.
 */
export function define(tag: string, elementClass: CustomElementConstructor): void {
  if (customElements.get(tag) === undefined) customElements.define(tag, elementClass);
}
