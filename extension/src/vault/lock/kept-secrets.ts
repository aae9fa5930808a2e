import type { SecretKeeping } from '@ehch/sdk/client';
import type { SessionMemory } from './session-memory.ts';

/** The secrets under which what was not sent lies sealed. They stay in the session's memory until a lock drops them. */
export function keptSecrets(memory: SessionMemory): SecretKeeping {
  const all = async (): Promise<Readonly<Record<string, unknown>>> => {
    const kept = await memory.read('secrets');
    return typeof kept === 'object' && kept !== null ? { ...kept } : {};
  };
  return {
    async secretOf({ database }) {
      const secret = (await all())[database];
      return typeof secret === 'string' ? secret : null;
    },
    async keepSecret({ database, secret }) {
      await memory.keep('secrets', { ...(await all()), [database]: secret });
      return null;
    },
  };
}
