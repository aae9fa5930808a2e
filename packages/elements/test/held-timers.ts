const real = { setTimeout: window.setTimeout, clearTimeout: window.clearTimeout };

const free = () => Object.assign(window, real);

// A test that fails before its release must not hold the timers of the next one.
afterEach(free);

/**
 * Holds every timer of at least `ms` until it is released. A pause that is over only when the test says so cannot be
 * over too early on a slow machine.
 */
export function holdTimers(ms: number): { release(): void } {
  const held = new Map<number, () => void>();
  let last = 0;
  const hold = (task: () => void, after = 0): number => {
    if (after < ms) return Number(real.setTimeout.call(window, task, after));
    // The browser's own numbers are positive.
    last -= 1;
    held.set(last, task);
    return last;
  };
  const drop = (which?: number) => {
    if (which === undefined || !held.delete(which)) real.clearTimeout.call(window, which);
  };
  Object.assign(window, { setTimeout: hold, clearTimeout: drop });
  return {
    release() {
      free();
      for (const task of held.values()) task();
    },
  };
}
