import type { IncomingMessage } from 'node:http';
import { Refusal } from '../refusal.ts';

/** Bytes. A transaction of a whole home is about a tenth of this. */
const LARGEST = 64 * 1024 * 1024;

/** Reads a request's body. @throws {Refusal} 413 above the limit, before the rest is read */
export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > LARGEST) throw new Refusal(413, 'too-costly', 'The body is larger than this server takes.');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Parses a JSON body. The error never repeats the body, which may be a record. */
export function parseJson(text: string, contentType: string): unknown {
  if (!/^(application\/((fhir|json-patch)\+)?json|text\/json)\b/.test(contentType)) {
    throw new Refusal(415, 'not-supported', 'Send application/fhir+json.');
  }
  try {
    return JSON.parse(text);
  } catch {
    // Our own words: the parser's message would quote the body.
    throw new Refusal(400, 'structure', 'The body is not JSON.');
  }
}
