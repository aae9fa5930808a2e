/** The contestant cannot be timed: it did not draw, or what it painted is not the score. */
export class NoSample extends Error {
  override readonly name = 'NoSample';
}
