import { expect } from '@open-wc/testing';
import { afterPaint } from './after-paint.ts';

/** Keeps the page busy, as a slow machine is with a long record. */
function beBusy(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end) continue;
}

describe('afterPaint', () => {
  const { requestAnimationFrame: frames, cancelAnimationFrame: cancel } = window;

  afterEach(() => {
    Object.assign(window, { requestAnimationFrame: frames, cancelAnimationFrame: cancel });
  });

  it('runs behind the frame, in a task of its own', async () => {
    // A browser paints no frame of a page that is behind others, as a test's may be: this one has its frame in any case.
    const asked: FrameRequestCallback[] = [];
    window.requestAnimationFrame = (frame) => asked.push(frame);
    const order: string[] = [];
    await new Promise<void>((resolve) => {
      afterPaint(() => {
        order.push('task');
        resolve();
      });
      window.requestAnimationFrame(() => {
        order.push('frame');
        queueMicrotask(() => order.push('end of frame'));
      });
      setTimeout(() => {
        for (const frame of asked) frame(performance.now());
      });
    });
    expect(order).to.deep.equal(['frame', 'end of frame', 'task']);
  });

  it('lets a frame go first that comes late because the page was busy', async () => {
    const order: string[] = [];
    // The frame of a slow machine: not before the page is free, and then in its own time.
    window.requestAnimationFrame = (frame) => {
      setTimeout(() => {
        setTimeout(() => {
          order.push('frame');
          frame(performance.now());
        }, 20);
      });
      return 1;
    };
    await new Promise<void>((resolve) => {
      afterPaint(() => {
        order.push('task');
        resolve();
      });
      beBusy(300);
    });
    expect(order).to.deep.equal(['frame', 'task']);
  });

  it('runs once where no frame is painted, and not again when one comes', async () => {
    let askedFor = 0;
    window.requestAnimationFrame = () => ++askedFor;
    window.cancelAnimationFrame = () => --askedFor;
    let runs = 0;
    await new Promise<void>((resolve) => {
      afterPaint(() => {
        runs += 1;
        resolve();
      });
    });
    expect(runs).to.equal(1);
    expect(askedFor).to.equal(0);
  });
});
