import { EhchError, type CareIntent, type PlaceConfiguration, type ResidentEntered } from '@ehch/clinical';
import { NURSE } from '../actions/actions.fixtures.ts';
import type { DeviceEngineOptions } from '../device/device-engine.ts';
import type { EngineConfiguration, SignedIn } from '../engine-configuration.ts';
import { localBase } from './local-base.ts';

/** A place whose area has no shared server. */
export const PLACE: PlaceConfiguration = {
  id: 'dale',
  title: 'Dale',
  version: '1',
  owner: 'the home',
  dated: '2026-11-01',
  signedOff: null,
  server: 'none',
  homes: [
    { id: 'rowan', name: 'Rowan Court', kind: 'residential', roster: { kind: 'local' }, practice: null },
  ],
  bankHolidays: [],
  staleAfterMinutes: 60,
  contacts: [],
};

/** Somebody of this home, whom no server knows. */
const CARER: SignedIn = { ...NURSE, sub: 'carer-1', display: 'Grace Mensah', role: 'carer' };

export const LOCAL: EngineConfiguration = {
  fhirBaseUrl: localBase(PLACE),
  network: { by: 'engine', token: false },
  sourceLabel: 'This PC',
  place: PLACE,
  deadlineMs: 2000,
  user: CARER,
  keys: 'passphrase',
};

/** A network that nothing may use. It counts whoever tries. */
export function forbiddenNetwork(): {
  readonly asked: string[];
  readonly connect: DeviceEngineOptions['connect'];
} {
  const asked: string[] = [];
  return {
    asked,
    connect: () => ({
      async request({ url }) {
        asked.push(url);
        throw new EhchError('unreachable', 'Nothing may be asked for.');
      },
    }),
  };
}

export const AGNES = 'a1b2c3d4-0000-4000-8000-000000000001';
export const OTHER = 'a1b2c3d4-0000-4000-8000-000000000002';

export const entered = (more: Partial<ResidentEntered> = {}): ResidentEntered => ({
  family: 'Pell',
  given: ['Agnes'],
  born: '1938-04-09',
  nhsNumber: '999 000 0018',
  room: '4',
  ...more,
});

export function pressed(what: CareIntent['what'], { resident = AGNES, n = 1 } = {}): CareIntent {
  const id = `0f3c1b52-7a0e-4d0f-9d57-${n.toString(16).padStart(12, '0')}`;
  return { id, resident, pressedAt: `2026-11-20T09:${`${n}`.padStart(2, '0')}:00Z`, what };
}

export const adding = (
  more: Partial<ResidentEntered> = {},
  looked: readonly string[] = [],
): CareIntent['what'] => ({
  kind: 'add-resident',
  home: { id: 'rowan', name: 'Rowan Court' },
  person: entered(more),
  looked,
  by: { name: 'Grace Mensah', role: 'carer' },
});
