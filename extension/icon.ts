import { crc32, deflateSync } from 'node:zlib';

/** The accent is our own colour: NHS blue belongs to the NHS identity. */
const ACCENT = [0x24, 0x51, 0x6a] as const;
const WHITE = [0xff, 0xff, 0xff] as const;
/** Samples along each side of a pixel, for smooth edges. */
const SAMPLES = 4;

/**
 * Draws the toolbar icon as a PNG: a white house with a door on the accent colour. It is drawn here so that the
 * sources hold no image file.
 *
 * @param size Width and height in pixels.
 */
export function icon(size: number): Buffer {
  const rows = Buffer.alloc(size * (1 + 4 * size));
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      pixel(x, y, size).forEach((value, channel) => (rows[y * (1 + 4 * size) + 1 + 4 * x + channel] = value));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // Eight bits per channel; colour type 6 is red, green, blue and alpha (PNG specification, IHDR).
  header.set([8, 6], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(4 + typed.length + 4);
  framed.writeUInt32BE(data.length, 0);
  typed.copy(framed, 4);
  framed.writeUInt32BE(crc32(typed), 4 + typed.length);
  return framed;
}

function pixel(x: number, y: number, size: number): readonly number[] {
  let [inside, white] = [0, 0];
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
    const u = (x + ((sample % SAMPLES) + 0.5) / SAMPLES) / size;
    const v = (y + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / size;
    if (!isTile(u, v)) continue;
    inside++;
    if (isHouse(u, v)) white++;
  }
  const share = inside === 0 ? 0 : white / inside;
  const mixed = ACCENT.map((value, channel) =>
    Math.round(value + (WHITE[channel as 0 | 1 | 2] - value) * share),
  );
  return [...mixed, Math.round((255 * inside) / (SAMPLES * SAMPLES))];
}

/** A square with round corners. `u` and `v` run from 0 to 1 across the icon. */
function isTile(u: number, v: number): boolean {
  const radius = 0.16;
  const [dx, dy] = [Math.max(radius - u, u - 1 + radius, 0), Math.max(radius - v, v - 1 + radius, 0)];
  return dx * dx + dy * dy <= radius * radius;
}

function isHouse(u: number, v: number): boolean {
  const across = Math.abs(u - 0.5);
  const roof = v >= 0.16 && v <= 0.5 && across <= (v - 0.16) * 1.06;
  const walls = v > 0.5 && v <= 0.82 && across <= 0.25;
  const door = v > 0.58 && v <= 0.82 && across <= 0.08;
  return roof || (walls && !door);
}
