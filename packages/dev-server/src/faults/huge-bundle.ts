import { typeIn, type Fault } from './fault.ts';

/** A searchset of a million entries (or `huge-bundle:N`), written as it is sent. */
export const hugeBundle: Fault = {
  means: 'A searchset of a million entries (or `:N`), about 150 bytes each',
  answer: ({ inbound }, argument) => {
    const count = argument === '' ? 1_000_000 : Number(argument);
    const headers = { 'content-type': 'application/fhir+json; charset=utf-8' };
    const patient =
      /[?&](?:patient|subject)=(?:Patient\/)?([A-Za-z0-9.-]+)/.exec(inbound.url)?.[1] ?? 'nobody';
    const parts = entries(typeIn(inbound.url) || 'Observation', patient, count);
    return { answer: { status: 200, headers, text: '' }, afterMs: 0, parts };
  },
};

/** Entries that are put into one part, so that a million of them are not a million small writes. */
const TOGETHER = 500;

function* entries(type: string, patient: string, count: number): Generator<string> {
  yield `{"resourceType":"Bundle","type":"searchset","total":${count},"entry":[`;
  for (let from = 0; from < count; from += TOGETHER) {
    const part = [];
    for (let i = from; i < Math.min(count, from + TOGETHER); i += 1) {
      const subject = `"subject":{"reference":"Patient/${patient}"}`;
      part.push(
        `{"resource":{"resourceType":"${type}","id":"many-${i}",${subject}},"search":{"mode":"match"}}`,
      );
    }
    yield (from === 0 ? '' : ',') + part.join(',');
  }
  yield ']}';
}
