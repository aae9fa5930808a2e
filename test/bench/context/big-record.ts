/** Observations of the large record, and characters in the note of each: 10 MB together. */
const COUNT = 4000;
const NOTE = 2100;
/** Entries of one transaction. */
const AT_ONCE = 500;

/** Gives the resident with this NHS number a record of 10 MB: weights and pulses, one an hour. */
export async function makeLarge(fhirBaseUrl: string, number: string, now: string): Promise<void> {
  // Node does not look names below `localhost` up by itself, as browsers do.
  const base = fhirBaseUrl.replace('fhir.localhost', 'localhost');
  const found = await (await fetch(`${base}/Patient?identifier=${number}`)).json();
  const id = (found as { entry: { resource: { id: string } }[] }).entry[0]?.resource.id ?? '';
  const entries = Array.from({ length: COUNT }, (_, at) => {
    const isWeight = at % 2 === 0;
    const unit = isWeight ? 'kg' : '/min';
    const resource = {
      resourceType: 'Observation',
      id: `large-${at}`,
      status: 'final',
      code: { coding: [{ system: 'http://snomed.info/sct', code: isWeight ? '27113001' : '78564009' }] },
      subject: { reference: `Patient/${id}` },
      effectiveDateTime: new Date(Date.parse(now) - (at + 1) * 3_600_000).toISOString(),
      valueQuantity: { value: 60 + (at % 9), unit, system: 'http://unitsofmeasure.org', code: unit },
      note: [{ text: 'Seen at the round. '.repeat(NOTE / 19) }],
    };
    return { resource, request: { method: 'PUT', url: `Observation/large-${at}` } };
  });
  for (let from = 0; from < COUNT; from += AT_ONCE) {
    const answer = await fetch(base, {
      method: 'POST',
      headers: { 'content-type': 'application/fhir+json' },
      body: JSON.stringify({
        resourceType: 'Bundle',
        type: 'transaction',
        entry: entries.slice(from, from + AT_ONCE),
      }),
    });
    if (!answer.ok) throw new Error(`The large record was refused: ${answer.status} ${await answer.text()}`);
  }
}
