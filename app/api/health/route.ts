import { readHealth } from '@/domain/contract/service';
import { handleOpen } from '@/server/http/handle';
import { others } from '@/server/http/others';
import { health } from '@/server/service';

export const GET = handleOpen(readHealth, health);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = others(GET);
