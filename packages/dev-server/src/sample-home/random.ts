/** A seeded source of numbers from 0 up to 1 (mulberry32). The same seed gives the same home. */
export type Random = () => number;

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number near `centre`, at most `spread` away. */
export function near(random: Random, centre: number, spread: number): number {
  return centre + Math.round((random() * 2 - 1) * spread);
}
