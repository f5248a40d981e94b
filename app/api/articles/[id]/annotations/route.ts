import { createAnnotation, listAnnotations } from '@/domain/contract/annotations';
import { create, list } from '@/server/annotations';
import { handle } from '@/server/http/handle';
import { others } from '@/server/http/others';

export const GET = handle(listAnnotations, list);
export const POST = handle(createAnnotation, create);
export const { PUT, PATCH, DELETE, OPTIONS } = others(GET, POST);
