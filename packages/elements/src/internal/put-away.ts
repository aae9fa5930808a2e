/** Takes what was printed off the page again: a browser that may not print never says that it has. */
export function putAway(place: ParentNode): void {
  place.querySelector('iframe')?.remove();
}
