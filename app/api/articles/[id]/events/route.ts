import { followArticle } from '@/domain/contract/events';
import * as events from '@/server/events';
import { handleStream } from '@/server/http/handle';
import { others } from '@/server/http/others';

export const GET = handleStream(followArticle, events.followArticle);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = others(GET);
