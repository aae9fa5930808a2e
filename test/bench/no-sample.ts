/** The driver cannot time the contestant: it did not render, or did not paint the right score. */
export class NoSample extends Error {
  override readonly name = 'NoSample';
}
