/** Network addresses: which are this machine's own, and from which one a request came. */
import { BlockList, isIP } from 'node:net';
import { z } from 'zod';

/** The header in which `npm start` hands on the caller's address; whatever a caller sends under this name is dropped. */
export const ADDRESS_HEADER = 'x-bluepencil-address';

/** Whether a host name or address means this machine only. IPv6 addresses may stand in brackets. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}

/** Addresses and networks, separated by commas: `10.0.0.0/8, 192.0.2.7, fd00::/8`. */
export const TrustedProxies = z.string().transform((written, context): readonly string[] => {
  const entries = written
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  for (const entry of entries) {
    const [address = '', bits, ...rest] = entry.split('/');
    const widest = isIP(address) === 4 ? 32 : 128;
    const fits = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= widest);
    if (isIP(address) === 0 || !fits || rest.length > 0) {
      context.addIssue({ code: 'custom', message: `holds ${entry}, which is no address or network` });
      return z.NEVER;
    }
  }
  return entries;
});
export type TrustedProxies = z.infer<typeof TrustedProxies>;

/**
 * The address a request came from: the socket's, or, while each hop is a trusted proxy, the one that the hop names in
 * `X-Forwarded-For` (read from its end, which is what our own proxies wrote).
 */
export function callerAddress(
  socketAddress: string,
  forwardedFor: string | undefined,
  isTrusted: (address: string) => boolean,
): string {
  let caller = plainAddress(socketAddress);
  for (const hop of (forwardedFor ?? '').split(',').reverse()) {
    const named = plainAddress(hop.trim());
    if (!isTrusted(caller) || isIP(named) === 0) break;
    caller = named;
  }
  return caller;
}

/** Whether an address belongs to one of the trusted proxies. */
export function proxyTest(proxies: TrustedProxies): (address: string) => boolean {
  const list = new BlockList();
  for (const entry of proxies) {
    const [address = '', bits] = entry.split('/');
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (address) => {
    const version = isIP(address);
    return version !== 0 && list.check(address, version === 4 ? 'ipv4' : 'ipv6');
  };
}

/** What attempts are counted under: an IPv4 address, or an IPv6 network of 64 bits, which one household has to itself. */
export function addressGroup(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail = ''] = address.toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === '' ? [] : tail.split(':');
  const missing = Math.max(0, 8 - groups.length - after.length);
  return [...groups, ...Array<string>(missing).fill('0'), ...after].slice(0, 4).join(':');
}

/** IPv4 in IPv6's clothing (`::ffff:192.0.2.7`) as IPv4. */
function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
}
