import { handshake } from '@/server/handshake';

export {
  handshake as DELETE,
  handshake as GET,
  handshake as OPTIONS,
  handshake as PATCH,
  handshake as POST,
  handshake as PUT,
};
