import { exportArticle } from '@/domain/contract/export';
import { exported } from '@/server/export';
import { handle } from '@/server/http/handle';
import { others } from '@/server/http/others';

export const GET = handle(exportArticle, exported);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = others(GET);
