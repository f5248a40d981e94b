import { restoreAnnotation } from '@/domain/contract/annotations';
import { restore } from '@/server/annotations';
import { handle } from '@/server/http/handle';
import { others } from '@/server/http/others';

export const POST = handle(restoreAnnotation, restore);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = others(POST);
