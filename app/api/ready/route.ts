import { readReady } from '@/domain/contract/service';
import { handleOpen } from '@/server/http/handle';
import { others } from '@/server/http/others';
import { ready } from '@/server/service';

export const GET = handleOpen(readReady, ready);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = others(GET);
