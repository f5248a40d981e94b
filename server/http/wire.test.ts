import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { ADDRESS_HEADER } from './address';
import { isKnownMethod, tidyRequest } from './wire';

function tidied(url: string, headers: Record<string, string>, isTrusted = false) {
  // Of a request off the wire, this is all that is touched.
  const request = { url, headers, socket: { remoteAddress: '192.0.2.1' } } as unknown as IncomingMessage;
  tidyRequest(request, () => isTrusted);
  return request;
}

it('names the caller by the socket, whatever the caller says', () => {
  const forged = { [ADDRESS_HEADER]: '198.51.100.1', 'x-forwarded-for': '198.51.100.2' };
  expect(tidied('/', { ...forged }).headers[ADDRESS_HEADER]).toBe('192.0.2.1');
  expect(tidied('/', { ...forged }, true).headers[ADDRESS_HEADER]).toBe('198.51.100.2');
});

it('takes out by what Next and this program speak to themselves', () => {
  const headers = { 'x-middleware-subrequest': 'proxy', 'x-bluepencil-path': '/admin', rsc: '1' };
  expect(Object.keys(tidied('/', { ...headers }).headers)).toEqual(['rsc', ADDRESS_HEADER]);
  expect(Object.keys(tidied('/api/me', { ...headers }).headers)).toEqual([ADDRESS_HEADER]);
});

it.each([
  ['/api//me', '/api/me'],
  ['/api/me?next=//x', '/api/me?next=//x'],
  ['//api/me', '//api/me'],
  ['/articles//x', '/articles//x'],
])('reads %s as %s', (url, address) => {
  expect(tidied(url, {}).url).toBe(address);
});

it.each([
  ['GET', true],
  ['PATCH', true],
  ['TRACE', false],
  ['CONNECT', false],
  [undefined, false],
])('knows the method %s: %s', (method, is) => {
  expect(isKnownMethod(method)).toBe(is);
});
