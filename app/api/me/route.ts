import { readMe } from '@/domain/contract/people';
import { handle } from '@/server/http/handle';
import { others } from '@/server/http/others';
import { me } from '@/server/service';

export const GET = handle(readMe, me);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = others(GET);
