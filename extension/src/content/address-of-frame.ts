/** The part of a window that this file uses. */
interface Framed {
  readonly location: Pick<Location, 'protocol' | 'hostname' | 'port' | 'pathname'>;
  readonly parent: Framed;
}

/**
 * Where a frame stands. One that a page wrote by itself (`srcdoc`, `about:blank`) has no address of its own: it stands
 * where the page around it does. `null`: that page is somebody else's, or there is none.
 */
export function addressOfFrame(view: Framed): Framed['location'] | null {
  try {
    let at = view;
    while (at.location.protocol === 'about:') {
      if (at.parent === at) return null;
      at = at.parent;
    }
    return at.location;
  } catch {
    // The browser keeps the address of another origin to itself. Every page with such a frame is answered so, which
    // is no fault that anybody could mend.
    return null;
  }
}
