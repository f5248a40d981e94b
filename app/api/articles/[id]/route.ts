import { archiveArticle, changeArticle, readArticle } from '@/domain/contract/articles';
import { archive, change, read } from '@/server/articles';
import { handle } from '@/server/http/handle';
import { others } from '@/server/http/others';

export const GET = handle(readArticle, read);
export const PATCH = handle(changeArticle, change);
export const DELETE = handle(archiveArticle, archive);
export const { POST, PUT, OPTIONS } = others(GET, PATCH, DELETE);
