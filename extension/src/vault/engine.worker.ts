// The engine in a context of its own, where a browser lets the vault start one. A large record then holds up nobody:
// neither the state of the tabs nor the side panel, which in Firefox share one thread.
import { serveEngine } from '@ehch/sdk/engine';
import { SEALED_ENGINE } from './sealed-engine.ts';

// Where nobody signs in, nothing may lie on a disk that several people share.
serveEngine(self, self.name === SEALED_ENGINE ? { secrets: 'host' } : { inMemory: true });
