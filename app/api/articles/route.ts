import { createArticle, listArticles } from '@/domain/contract/articles';
import { create, list } from '@/server/articles';
import { handle } from '@/server/http/handle';
import { others } from '@/server/http/others';

export const GET = handle(listArticles, list);
export const POST = handle(createArticle, create);
export const { PUT, PATCH, DELETE, OPTIONS } = others(GET, POST);
