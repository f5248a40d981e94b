import { restoreArticle } from '@/domain/contract/articles';
import { restore } from '@/server/articles';
import { handle } from '@/server/http/handle';
import { others } from '@/server/http/others';

export const POST = handle(restoreArticle, restore);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = others(POST);
