import { findTwins } from '@/domain/contract/articles';
import { twins } from '@/server/articles';
import { handle } from '@/server/http/handle';
import { others } from '@/server/http/others';

export const GET = handle(findTwins, twins);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = others(GET);
