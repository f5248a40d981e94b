import { describe, expect, it } from 'vitest';
import { addressGroup, callerAddress, isLoopback, proxyTest } from './address';

describe('the address of a caller', () => {
  const isTrusted = proxyTest(['10.0.0.0/8', '2001:db8::1']);
  it.each([
    ['192.0.2.1', undefined, '192.0.2.1'],
    ['192.0.2.1', '203.0.113.9', '192.0.2.1'],
    ['10.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['::ffff:10.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['10.0.0.1', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
    ['10.0.0.1', '198.51.100.1, 203.0.113.9, 10.0.0.2', '203.0.113.9'],
    ['10.0.0.1', 'nonsense', '10.0.0.1'],
    ['10.0.0.1', undefined, '10.0.0.1'],
    ['2001:db8::1', '2001:db8:7::2', '2001:db8:7::2'],
  ])('%s forwarding for %s is %s', (socket, forwarded, caller) => {
    expect(callerAddress(socket, forwarded, isTrusted)).toBe(caller);
  });
});

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:1:2::6', '2001:db8:1:2'],
  ['2001:db8::6', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['unknown', 'unknown'],
])('attempts from %s count under %s', (address, group) => {
  expect(addressGroup(address)).toBe(group);
});

it.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['[::1]', true],
  ['::1', true],
  ['0.0.0.0', false],
  ['::', false],
  ['127.0.0.1.example.com', false],
  ['192.168.0.1', false],
])('%s means this machine alone: %s', (host, is) => {
  expect(isLoopback(host)).toBe(is);
});
