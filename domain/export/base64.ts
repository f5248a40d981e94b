/** Base 64 (RFC 4648) without the runtime's help, which `domain` does not have. For hashes, not for files. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Padded base 64, section 4. */
export function base64(bytes: Uint8Array): string {
  let encoded = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
    const bits = (first << 16) | (second << 8) | third;
    for (let place = 18; place >= 0; place -= 6) encoded += ALPHABET.charAt((bits >> place) & 63);
  }
  const surplus = (3 - (bytes.length % 3)) % 3;
  return encoded.slice(0, encoded.length - surplus) + '='.repeat(surplus);
}

/** Unpadded base 64 for addresses, section 5. */
export function base64Url(bytes: Uint8Array): string {
  return base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
