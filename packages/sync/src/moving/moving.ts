import { EhchError, type MovedContent } from '@ehch/clinical';
import type { MovedCounts, SealedExport } from '@ehch/store';

/**
 * Bytes that cross a port in one call: enough to be quick, and little enough that no call is late. A multiple of three, so
 * that the base64 of the parts can be put together.
 */
const PART = 192 * 1024;

/** How much a file holds, in words that a person counts by. */
export function contentOf(counts: MovedCounts): MovedContent {
  return {
    residents: counts.member,
    work: counts.ack,
    drafts: counts.draft,
    waiting: counts.outbox,
    rows: Object.values(counts).reduce((sum, each) => sum + each, 0),
  };
}

/** The file that goes to another PC, in parts. It is sealed, so holding it tells nothing. */
export class LeavingFile {
  #file: Uint8Array<ArrayBuffer> | null = null;

  hold({ file, counts }: SealedExport): { readonly bytes: number; readonly content: MovedContent } {
    this.#file = file;
    return { bytes: file.length, content: contentOf(counts) };
  }

  part(at: number): string {
    const file = this.#file;
    if (file === null) throw new EhchError('not-found', 'No file is held here. Export again.');
    const part = file.subarray(at, at + PART);
    if (part.length === 0) this.#file = null;
    return base64(part);
  }
}

/** The file that comes from another PC, in parts. */
export class ComingFile {
  #parts: Uint8Array<ArrayBuffer>[] = [];
  #length = 0;

  /** @throws {EhchError} `malformed` if a part is missing before it, or it is no base64 */
  add(at: number, text: string): void {
    if (at === 0) this.#drop();
    if (at !== this.#length)
      throw new EhchError('malformed', 'A part of the file is missing. Choose the file again.');
    const part = bytesOf(text);
    this.#parts.push(part);
    this.#length += part.length;
  }

  /** Gives the whole file, and lets it go. @throws {EhchError} `malformed` if it has another length */
  take(bytes: number): Uint8Array<ArrayBuffer> {
    const [parts, length] = [this.#parts, this.#length];
    this.#drop();
    if (length !== bytes) throw new EhchError('malformed', 'The file is not whole. Choose it again.');
    const file = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
      file.set(part, at);
      at += part.length;
    }
    return file;
  }

  #drop(): void {
    this.#parts = [];
    this.#length = 0;
  }
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch (cause) {
    throw new EhchError('malformed', 'A part of the file cannot be read. Choose the file again.', { cause });
  }
}

/** Pieces of text, because a call takes no more than some ten thousand arguments. */
function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return btoa(pieces.join(''));
}
