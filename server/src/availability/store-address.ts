/** Where a store for the states of schedulers is: the editor's dialogue and the command line ask for it in the same words. */
import { isLocalAddress, serverNameProblem } from './server-name';

/** Stores that several schedulers reach. */
export const storeNames = ['redis', 'memcache', 'mongodb'] as const;

export type StoreName = (typeof storeNames)[number];

export const storeTitles: Readonly<Record<StoreName, string>> = {
  redis: 'Redis',
  memcache: 'memcached',
  mongodb: 'MongoDB',
};

const SCHEME = /^mongodb(?:\+srv)?:\/\//;

/** The machines that an address names: `host`, `host:port`, or `mongodb://one,two/…`. */
function serversIn(address: string): readonly string[] {
  return address
    .replace(/^[\w+]+:\/\//, '')
    .replace(/[/?].*$/, '')
    .split(',')
    .map((server) => server.replace(/^.*@/, '').replace(/(?<!:):\d+$/, ''));
}

/** An address that is another machine's on every machine, unless the replicas that it belongs to are named. */
export function isLocalStore(address: string): boolean {
  return !/replicaSet=/i.test(address) && serversIn(address).every(isLocalAddress);
}

/** What is wrong with the address of a store, as a sentence; undefined for a good one: `host`, `host:port`, or for MongoDB a whole URI. */
export function storeAddressProblem(store: StoreName, text: string): string | undefined {
  const address = text.trim();
  if (!SCHEME.test(address)) return serverNameProblem(address.replace(/(?<!:):\d+$/, ''));
  if (store !== 'mongodb') return 'A host name or an IP address is needed, with a port or without.';
  if (/\s|;/.test(address)) return 'A URI has no blanks and no semicolons.';
  if (isLocalStore(address)) return serverNameProblem('localhost');
  return serversIn(address).includes('') ? 'The name of a server is missing.' : undefined;
}

/** The directives of a module that say where its store is. */
export function storePlace(store: StoreName, text: string): readonly (readonly [key: string, value: string])[] {
  const address = text.trim();
  if (store === 'mongodb') return [['uri', SCHEME.test(address) ? address : `mongodb://${bracketed(address)}`]];
  const [, server = address, port = store === 'memcache' ? '11211' : undefined] =
    /^([^:]+|\[.*\]):(\d+)$/.exec(address) ?? [];
  return [['server', server], ...(port === undefined ? [] : [['port', port] as const])];
}

/** An IP address of version 6 would be taken for a host and a port. */
const bracketed = (address: string): string => (/^[^[].*:.*:/.test(address) ? `[${address}]` : address);
