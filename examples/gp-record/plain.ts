// The record system as its vendor ships it, without the components: the host of the extension's demo.
import { startRecordSystem, type Server } from './record-system.ts';

const server = (await (await fetch('/demo.json')).json()) as Server;
await startRecordSystem(server, () => undefined);
