/** [P] A frame that nobody sees is not painted: what waits for it then comes after so long, in milliseconds. */
const UNSEEN_MS = 100;

/** Runs once, in a task of its own, after the next frame has been painted. */
export function afterPaint(task: () => void): void {
  let isDone = false;
  const run = () => {
    if (isDone) return;
    isDone = true;
    task();
  };
  // What a frame asks for when it begins runs behind its paint.
  requestAnimationFrame(() => setTimeout(run));
  setTimeout(run, UNSEEN_MS);
}
