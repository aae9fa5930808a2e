import { serveEngine } from '@ehch/sync';

/** Runs the engine in this page, for one that may start no worker. Messages stay plain JSON, as through a port. */
export function servePageEngine(hear: (event: { data: unknown }) => void): {
  readonly port: MessagePort;
  readonly close: () => void;
} {
  const { port1, port2 } = new MessageChannel();
  const end = serveEngine(port2, { runsIn: 'page' });
  port1.addEventListener('message', hear);
  port1.start();
  return {
    port: port1,
    close() {
      port1.close();
      end();
    },
  };
}
