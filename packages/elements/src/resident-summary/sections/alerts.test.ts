import { expect } from '@open-wc/testing';
import type { Alert } from '@ehch/clinical';
import { draw, textOf } from '../../../test/draw-summary.ts';
import { SECTIONS, known, rec, viewOf } from '../typical-resident.fixtures.ts';

const alert = (kind: Alert['kind'], text: string, until: string | null = null): Alert => ({
  ...rec('2026-11-02'),
  id: text,
  kind,
  text,
  until,
});

async function told(...value: readonly Alert[]): Promise<string> {
  const view = viewOf(SECTIONS, { alerts: known({ kind: 'recorded', value }) });
  return textOf(await draw(document.body, { view }), '[data-section=alerts]');
}

describe('alerts', () => {
  it('come in the order in which whoever enters needs them, and each says what it is', async () => {
    const words = await told(
      alert('other', 'Dog in the room'),
      alert('infection', 'MRSA'),
      alert('deprivation-of-liberty', 'standard authorisation', '2027-04-19'),
      alert('same-name', 'Another resident has this name'),
      alert('reasonable-adjustment', 'Speak slowly'),
    );
    expect(words).to.match(
      /Reasonable adjustment: Speak slowly.*Deprivation of liberty: standard authorisation · until 19-Apr-2027.*Infection: MRSA.*Dog in the room/,
    );
    expect(words).not.to.contain('Other:');
    expect(words, 'it stands with the identity').not.to.contain('Another resident has this name');
  });

  it('say where a name that can be mistaken stands, if nothing else is there', async () => {
    expect(await told(alert('same-name', 'Another resident has this name'))).to.contain(
      'The same or similar name: with the identity, above.',
    );
  });
});
