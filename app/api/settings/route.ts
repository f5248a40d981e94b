import { changeSettings, readSettings } from '@/domain/contract/people';
import { handle } from '@/server/http/handle';
import { others } from '@/server/http/others';
import { change, read } from '@/server/settings';

export const GET = handle(readSettings, read);
export const PATCH = handle(changeSettings, change);
export const { POST, PUT, DELETE, OPTIONS } = others(GET, PATCH);
