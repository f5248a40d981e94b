import { followDesk } from '@/domain/contract/events';
import * as events from '@/server/events';
import { handleStream } from '@/server/http/handle';
import { others } from '@/server/http/others';

export const GET = handleStream(followDesk, events.followDesk);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = others(GET);
