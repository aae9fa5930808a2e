/** Requests that the network delivers again later. They are done before the next request that comes after them. */
export class LateRequests<T> {
  #waiting: { readonly due: number; readonly request: T }[] = [];

  add(due: number, request: T): void {
    this.#waiting.push({ due, request });
  }

  /** Takes out what is due, the oldest first. */
  takeDue(now: number): { readonly due: number; readonly request: T }[] {
    const due = this.#waiting.filter((one) => one.due <= now).toSorted((a, b) => a.due - b.due);
    this.#waiting = this.#waiting.filter((one) => one.due > now);
    return due;
  }
}
