import { Agent, createServer, request } from 'node:http';
import { listen } from './listen.ts';
import type { Running } from './running.ts';

/** The lab's own naming of hosts. */
export interface Names extends Running {
  /** Of the HTTP proxy through which the names are known. */
  readonly url: string;
  /**
   * Makes `http://<name>` lead to `http://<address>`. Both are `host:port`; a name may go on with the start of a path, so
   * that someone else answers for this part of a host. The longest name that fits is taken.
   */
  set(name: string, address: string): void;
  /** Lets a host hang up on whoever calls it by this name, as one that is down does, or answer again. */
  setDown(name: string, isDown: boolean): void;
  stop(): Promise<void>;
}

/**
 * An HTTP proxy in which hosts of the shipped configurations have their names, whatever their ports are here: so
 * Prometheus and Alertmanager run with the addresses, and so the labels, of real life. A host that hangs up on the proxy
 * is seen to hang up on the caller.
 */
export async function startNames(): Promise<Names> {
  const addresses = new Map<string, string>();
  const down = new Set<string>();
  const find = ({ host, pathname }: URL): string | undefined => {
    const names = [...addresses.keys()].filter((name) => `${host}${pathname}/`.startsWith(`${name}/`));
    const [longest = ''] = names.sort((a, b) => b.length - a.length);
    return addresses.get(longest);
  };
  const agent = new Agent({ keepAlive: true });
  const server = createServer((incoming, outgoing) => {
    const target = URL.canParse(incoming.url ?? '') ? new URL(incoming.url ?? '') : null;
    const address = target && find(target);
    if (target && down.has(target.host)) {
      incoming.socket.destroy();
      return;
    }
    if (!address) {
      outgoing.writeHead(502, { 'content-type': 'text/plain' }).end('the lab has no such host\n');
      return;
    }
    const options = { method: incoming.method, headers: incoming.headers, agent };
    const forwarded = request(`http://${address}${target.pathname}${target.search}`, options, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
      answer.once('error', () => outgoing.destroy());
    });
    forwarded.once('error', () => incoming.socket.destroy());
    outgoing.once('close', () => forwarded.destroy());
    incoming.pipe(forwarded);
  });
  const { address, stop } = await listen(server);
  return {
    url: `http://${address}`,
    set: (name, to) => void addresses.set(name, to),
    setDown: (name, isDown) => void (isDown ? down.add(name) : down.delete(name)),
    async stop() {
      await stop();
      agent.destroy();
    },
  };
}
