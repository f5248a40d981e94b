import { readAnnotationHistory } from '@/domain/contract/annotations';
import { history } from '@/server/annotations';
import { handle } from '@/server/http/handle';
import { others } from '@/server/http/others';

export const GET = handle(readAnnotationHistory, history);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = others(GET);
