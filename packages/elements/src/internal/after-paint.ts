/** [P] A frame that nobody sees is not painted: what waits for it then comes after so long, in milliseconds. */
const UNSEEN_MS = 100;

/**
 * Runs once, in a task of its own, after the next frame has been painted. Where nothing is painted, as in a service worker, it
 * is the next task.
 */
export function afterPaint(task: () => void): void {
  if (!('requestAnimationFrame' in globalThis)) {
    setTimeout(task);
    return;
  }
  // What a frame asks for when it begins runs behind its paint.
  const frame = requestAnimationFrame(() => {
    clearTimeout(unseen);
    setTimeout(task);
  });
  // The wait begins when the page is free again: on a slow machine the time was over before the frame had its turn.
  let unseen = setTimeout(() => {
    unseen = setTimeout(() => {
      cancelAnimationFrame(frame);
      task();
    }, UNSEEN_MS);
  });
}
