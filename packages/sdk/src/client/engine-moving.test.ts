import { expect } from '@open-wc/testing';
import { EhchError } from '@ehch/clinical';
import type { EngineLink } from './engine-link.ts';
import { engineMoving } from './engine-moving.ts';

const CONTENT = { residents: 1 };

/** An engine that holds a file as the real one does, until somebody has asked beyond its end. */
function movingOver(file: Uint8Array, partBytes: number) {
  const came: { at: number; base64: string }[] = [];
  const asked: unknown[] = [];
  let held: Uint8Array | null = null;
  const base64Of = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
  const engine = {
    async exportHome() {
      held = file;
      return { bytes: file.length, content: CONTENT };
    },
    async exportedPart({ at }: { at: number }) {
      if (held === null) throw new EhchError('not-found', 'No file is held here.');
      const part = held.subarray(at, at + partBytes);
      if (part.length === 0) held = null;
      return { base64: base64Of(part) };
    },
    async importPart(part: { at: number; base64: string }) {
      came.push(part);
      return null;
    },
    async importHome(whole: unknown) {
      asked.push(whole);
      return CONTENT;
    },
  };
  const link = { engine: async () => engine } as unknown as EngineLink;
  const moving = engineMoving(link, () => '2026-11-21T09:30:00Z');
  return { moving, came, asked, isHeld: () => held !== null, base64: base64Of(file) };
}

describe('the file that moves everything to another PC', () => {
  for (const length of [0, 1, 5, 6, 7, 12])
    it(`arrives whole in its parts, and no sealed copy of it stays behind: ${length} bytes`, async () => {
      const { moving, isHeld, base64 } = movingOver(new Uint8Array(length).fill(7), 6);
      const made = await moving.exportHome('correct horse battery staple');
      expect(made).to.deep.equal({ base64, content: CONTENT });
      expect(isHeld()).to.equal(false);
    });

  it('is taken in by parts that say where each of them begins, and by its length', async () => {
    const bytes = 3 * 128 * 1024 + 4;
    const { moving, came, asked, base64 } = movingOver(new Uint8Array(bytes).fill(7).subarray(0, 4), 6);
    const whole = 'A'.repeat(((bytes - 4) / 3) * 4) + base64;
    expect(
      await moving.importHome({ base64: whole, passphrase: 'of the file', secret: 'of this PC' }),
    ).to.equal(CONTENT);
    expect(came.map(({ at }) => at)).to.deep.equal([0, 3 * 64 * 1024, 3 * 128 * 1024]);
    expect(came.map((one) => one.base64).join('')).to.equal(whole);
    expect(asked).to.deep.equal([{ bytes, passphrase: 'of the file', secret: 'of this PC' }]);
  });

  it('is not begun with where it is no whole file', async () => {
    const { moving, came } = movingOver(new Uint8Array(0), 6);
    const failed = await moving
      .importHome({ base64: 'AAAAA', passphrase: 'of the file', secret: 'of this PC' })
      .catch((error: unknown) => error);
    expect(failed).to.be.instanceOf(EhchError).and.to.have.property('code', 'malformed');
    expect(came).to.deep.equal([]);
  });
});
